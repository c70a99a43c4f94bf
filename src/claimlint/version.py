"""The version of this package, readable without the cost of package metadata."""

__version__ = "0.1.0"
