"""A Spark job: check a table of copy on every worker, write a table of findings.

    spark-submit examples/spark_scan.py catalog.parquet findings.parquet --id sku --text title --text description

Every worker's Python needs `cosmetic-claimlint[tables]`; docs/tables.md tells how to get it there.
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession

from claimlint.tables import DDL, TableLinter


def main() -> None:
    """Read the arguments and run the job."""
    parser = argparse.ArgumentParser(description="Check a table of copy with Spark.")
    parser.add_argument("table", help="a Parquet file or folder, at any address that Spark reads")
    parser.add_argument("findings", help="the Parquet folder to write")
    parser.add_argument("--id", required=True, help="the column that identifies a row")
    parser.add_argument("--text", action="append", default=[], help="a column to read (default: all that hold text)")
    parser.add_argument("--law", default="us", help="laws, with commas between")
    parser.add_argument("--patterns", action="append", default=[], help="a folder of your own packs, on this machine")
    parser.add_argument("--partitions", type=int, help="into how many tasks to part the table (default: Spark's)")
    given = parser.parse_args()
    linter = TableLinter(given.id, given.text, law=given.law.split(","), patterns=given.patterns)
    spark = SparkSession.builder.appName("claimlint").getOrCreate()
    rows = spark.read.parquet(given.table)
    if given.text:
        rows = rows.select(*(f"`{name}`" for name in dict.fromkeys([given.id, *given.text])))
    if given.partitions:
        rows = rows.repartition(given.partitions)
    rows.mapInArrow(linter, DDL).write.mode("overwrite").parquet(given.findings)
    spark.stop()


if __name__ == "__main__":
    main()
