"""The page for reviewers, in a browser."""

from __future__ import annotations

import base64
import io
import json
import shutil
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimlint import Linter
from claimlint.findings import Approval, Basis, CheckedFile, NotChecked, Report, Seen
from claimlint.readers import read_paths
from claimlint.review import sidecar
from claimlint.runs import Run
from claimlint.writers.html import page
from claimlint.writers.options import ReadAgain

from .sample import BALM, CLEAN
from .sample import REPORT as SAMPLE

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
CHROMIUM, DRIVER = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium with its chromedriver on the PATH")

# Laws share the fingerprint of a finding; the sample repeats some that real findings would not.
FINDINGS = tuple(
    finding._replace(fingerprint=f"{zlib.crc32(ascii((finding.path, finding.start, finding.rule)).encode()):016x}")
    for finding in SAMPLE.findings
)
REPORT = SAMPLE._replace(findings=FINDINGS)

SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=1400,900",
)  # fmt: skip
PATIENCE = 30.0
HOSTILE = '</script><img src=x onerror=alert(1)>"><svg onload=alert(2)>\u202eevil\u202c\n  - fingerprint: x\u2028# "\\'
KEYS = {"Enter": "\ue007", "Escape": "\ue00c"}


class Page:
    """A page in a browser, asked and used as a reviewer would."""

    def __init__(self, driver: Any, folder: Path) -> None:
        self.driver, self.folder = driver, folder

    def open(self, report: Report, runs: tuple[Run, ...] = (), read: ReadAgain | None = None) -> None:
        file = self.folder / "page.html"
        file.write_text("".join(page(report, runs, read)), encoding="utf-8")
        self.driver.get(file.as_uri())
        self.until(lambda: self.js("return document.hasFocus()"))  # keys pressed before are lost

    def js(self, script: str, *values: object) -> Any:
        return self.driver.execute_script(script, *values)

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.js(
            "return [...document.querySelectorAll(arguments[0])].map((node) => node.textContent)", selector
        )
        return found

    def click(self, selector: str) -> None:
        self.driver.find_element("css selector", selector).click()

    def press(self, *keys: str) -> None:
        """Press keys wherever the focus is, also while a dialog that closes still has it."""
        webdriver.ActionChains(self.driver).send_keys(*[KEYS.get(key, key) for key in keys]).perform()

    def type(self, selector: str, text: str) -> None:
        node = self.driver.find_element("css selector", selector)
        node.clear()
        node.send_keys(text)

    def until(self, told: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not told():
            assert time.monotonic() < end, told
            time.sleep(0.02)

    def chosen(self) -> str:
        """Give the finding whose line is chosen, as its place tells it."""
        (where,) = self.texts("#list [aria-current=true] .where") or [""]
        return where

    def saved(self, kind: str, name: str) -> str:
        self.click(f"[data-save={kind}]")
        file = self.folder / name
        # The browser holds the name with an empty file until all is there.
        self.until(lambda: file.exists() and file.stat().st_size)
        text = file.read_bytes().decode("utf-8")
        file.unlink()
        return text

    def approve(self, reason: str, by: str = "R. Owen") -> None:
        self.press("a")
        self.type("[name=reason]", reason)
        self.type("[name=by]", by)
        self.click(".decide .main")

    def log(self) -> list[Any]:
        entries: list[Any] = self.driver.get_log("browser")
        return entries


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Page]:
    """Start a browser of the test's own: what one page clears or keeps, another may see late."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in SWITCHES:
        options.add_argument(switch)
    options.add_experimental_option("prefs", {"download.default_directory": str(tmp_path)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield Page(driver, tmp_path)
    driver.quit()


@pytest.fixture
def reviewed(browser: Page) -> Iterator[Page]:
    """Open the sample, and hold that the browser has nothing to complain of."""
    browser.log()
    browser.open(REPORT)
    yield browser
    assert browser.log() == []


NEW = [finding for finding in FINDINGS if finding.state == "new"]


def test_the_new_findings_stand_in_their_order_with_their_words_marked(reviewed: Page) -> None:
    assert reviewed.texts("#verdict")[0].startswith("9 errors, 1 warning, 1 note in 5 of 7 files")
    assert reviewed.texts("#count") == [f"{len(NEW)} findings in {len(reviewed.texts('.card'))} sentences"]
    assert len(reviewed.texts(".finding")) == len(NEW)
    marks = reviewed.texts(".card:first-of-type mark")
    assert marks[0] == "heal eczema"
    assert reviewed.texts(".group h2 bdi")[:1] == [BALM]


def test_levels_are_told_by_words_too(reviewed: Page) -> None:
    assert reviewed.texts(".finding .level")[:2] == ["Error", "Warning"]


def test_a_filter_leaves_what_fits_and_tells_how_much_others_would(reviewed: Page) -> None:
    reviewed.click("[data-facet=level][data-value=note]")
    assert reviewed.texts(".finding .title") == ["Promises to work against ageing"]
    assert reviewed.texts("[data-facet=law][data-value=us] .number") == []  # one law is left: no choice
    assert reviewed.texts("[data-facet=level][data-value=warning] .number") == ["1"]
    reviewed.click("[data-facet=level][data-value=warning]")
    assert len(reviewed.texts(".finding")) == 2
    reviewed.click("#clear")
    assert len(reviewed.texts(".finding")) == len(NEW)


@pytest.mark.parametrize(
    ("facet", "value", "of"), [("law", "eu", "law"), ("rule", "builds-collagen", "rule"), ("path", BALM, "path")]
)
def test_every_facet_filters(reviewed: Page, facet: str, value: str, of: str) -> None:
    reviewed.click(f"[data-facet={facet}][data-value='{value}']")
    assert len(reviewed.texts(".finding")) == sum(getattr(finding, of) == value for finding in NEW)


def test_a_state_shows_what_the_baseline_knows(reviewed: Page) -> None:
    reviewed.click("[data-facet=state][data-value=new]")
    reviewed.click("[data-facet=state][data-value=known]")
    assert reviewed.texts(".finding .stamp") == ["Known"] * sum(finding.state == "known" for finding in FINDINGS)


def test_part_of_a_path_filters(reviewed: Page) -> None:
    reviewed.type("#folder", "NIGHT-balm")
    reviewed.until(lambda: len(reviewed.texts(".group")) == 1)
    assert reviewed.texts(".group h2 bdi") == [BALM]


def test_the_search_looks_through_all_text(reviewed: Page) -> None:
    reviewed.press("/")
    reviewed.press("plumper collagen")  # a safer wording, the words
    wanted = sum(finding.rule == "builds-collagen" for finding in NEW)
    reviewed.until(lambda: len(reviewed.texts(".finding")) == wanted)
    reviewed.type("#search", "no such words")
    reviewed.until(lambda: reviewed.texts(".finding") == [])
    assert reviewed.texts("#list .nothing")[0].startswith("No finding fits these filters.")


def test_findings_are_read_by_rule(reviewed: Page) -> None:
    reviewed.click("[data-by=rule]")
    assert reviewed.texts(".group h2 code")[0] == "heals-disease"
    assert reviewed.texts(".from")[0] == BALM


def test_a_chosen_finding_is_told_in_full(reviewed: Page) -> None:
    first = NEW[0]
    reviewed.press("j")
    reviewed.until(lambda: first.title in reviewed.texts("#detail")[0])
    (told,) = reviewed.texts("#detail")
    for text in (
        first.title,
        first.why,
        *first.instead,
        first.fingerprint,
        "may help",
        "mentions-disease",
        "line 3, column 78",
    ):
        assert text in told, text
    links = reviewed.js("return [...document.querySelectorAll('#detail a')].map((a) => [a.href, a.rel, a.target])")
    assert links == [
        [url, "noopener noreferrer", "_blank"]
        for url in [*(basis.url for basis in first.basis), *(fact.source for fact in first.seen)]
    ]


def test_keys_move_and_reach_the_panel(reviewed: Page) -> None:
    places = reviewed.texts(".finding .where")
    reviewed.press("j")
    assert reviewed.chosen() == places[0]
    reviewed.press("j", "j", "k")
    assert reviewed.chosen() == places[1]
    reviewed.press("Enter")
    assert reviewed.js("return document.activeElement.id") == "detail"
    reviewed.press("Escape")
    assert reviewed.js("return document.activeElement.querySelector('.where').textContent") == places[1]
    reviewed.press("k", "k", "k")
    assert reviewed.chosen() == places[0]


def test_keys_can_be_switched_off(reviewed: Page) -> None:
    reviewed.press("?")
    reviewed.click("#help input")
    reviewed.click("#help button")
    reviewed.press("j")
    assert reviewed.chosen() == ""


def test_an_approval_needs_a_reason_and_a_name(reviewed: Page) -> None:
    reviewed.press("j", "a")
    for reason, by in [("", "R. Owen"), ("ok", "R. Owen"), ("Only looks are meant.", "")]:
        reviewed.type("[name=reason]", reason)
        reviewed.type("[name=by]", by)
        reviewed.click(".decide .main")
        assert reviewed.texts(".finding .stamp") == []


def test_decisions_are_kept_over_a_reload(reviewed: Page) -> None:
    reviewed.press("j")
    reviewed.approve("Only looks are meant.")
    reviewed.press("j", "j", "r")
    reviewed.press("j", "q")
    reviewed.type("[name=reason]", "Is there a study?")
    reviewed.click(".decide .main")
    before = reviewed.texts(".finding .stamp")
    assert sorted(set(before)) == ["Approved", "Question", "Rejected"]
    reviewed.driver.refresh()
    assert reviewed.texts(".finding .stamp") == before
    assert "1 approved, 1 rejected, 1 asked" in reviewed.texts("#decisions")[0]
    reviewed.click("[data-facet=decision][data-value=ask]")
    reviewed.press("j")
    assert reviewed.js("return document.querySelector('[name=reason]').value") == "Is there a study?"


def test_a_decision_can_be_undone(reviewed: Page) -> None:
    reviewed.press("j", "r")
    assert "Rejected" in reviewed.texts(".finding .stamp")
    reviewed.press("u")
    assert reviewed.texts(".finding .stamp") == []


def test_the_next_finding_is_chosen_where_a_decided_one_leaves_the_list(reviewed: Page) -> None:
    reviewed.press("j", "j", "j", "r", "u")
    place = reviewed.chosen()
    following = reviewed.texts(".finding .where")
    reviewed.press("r")
    reviewed.click("[data-facet=decision][data-value=none]")
    assert place in following and place not in reviewed.texts(".finding .where")
    reviewed.press("j", "r")
    assert reviewed.chosen() == reviewed.texts(".finding .where")[0] != ""


def test_equal_words_are_decided_together(browser: Page) -> None:
    twin = FINDINGS[0]._replace(path="twin.txt")
    browser.open(REPORT._replace(findings=(FINDINGS[0], twin, FINDINGS[2])))
    browser.press("j", "q")
    browser.type("[name=reason]", "Why?")
    browser.click("[name=alike]")
    browser.click(".decide .main")
    assert browser.texts(".finding .stamp") == ["Question", "Question"]


def test_approvals_are_saved_for_claimlint(reviewed: Page) -> None:
    assert yaml.safe_load(reviewed.saved("approvals", "claimlint-allow.yaml")) == {"allow": []}
    reviewed.press("j")
    reviewed.press("a")
    reviewed.type("[name=evidence]", "studies/12.pdf")
    reviewed.js("document.querySelector('[name=expires]').value = '2031-02-28'")
    reviewed.type("[name=by]", "R. Owen")
    reviewed.type("[name=reason]", "Only looks are meant.")
    reviewed.click(".decide .main")
    reviewed.press("j", "j", "r")
    (entry,) = yaml.safe_load(reviewed.saved("approvals", "claimlint-allow.yaml"))["allow"]
    day = entry.pop("date")
    assert entry == {
        "fingerprint": FINDINGS[0].fingerprint, "rule": "heals-disease", "path": BALM, "reason": "Only looks are meant.",
        "by": "R. Owen", "expires": "2031-02-28", "evidence": "studies/12.pdf",
    }  # fmt: skip
    assert time.strptime(day, "%Y-%m-%d")


def test_decisions_are_saved_and_loaded_back(reviewed: Page, tmp_path: Path) -> None:
    reviewed.press("j", "j", "r")
    text = reviewed.saved("decisions", "decisions.json")
    (decision,) = json.loads(text)["decisions"]
    assert (decision["choice"], decision["words"], decision["path"]) == ("reject", "heal eczema", BALM)
    file = tmp_path / "decisions.json"
    file.write_text(text, encoding="utf-8")
    reviewed.press("u")
    assert reviewed.texts(".finding .stamp") == []
    reviewed.driver.find_element("id", "load").send_keys(str(file))
    reviewed.until(lambda: "Rejected" in reviewed.texts(".finding .stamp"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "was not loaded: "),
        ("[]", "it holds no decisions"),
        ('{"claimlint": "decisions", "version": 1, "decisions": [{"choice": "approve"}]}', "decision 1 has no fingerprint"),
        (
            '{"claimlint": "decisions", "version": 1, "decisions": '
            '[{"fingerprint": "a", "path": "b", "rule": "c", "words": "d", "choice": "constructor"}]}',
            "decision 1 has no choice this page knows",
        ),
    ],
)  # fmt: skip
def test_what_holds_no_decisions_is_told(reviewed: Page, tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(text, encoding="utf-8")
    reviewed.driver.find_element("id", "load").send_keys(str(file))
    reviewed.until(lambda: fault in reviewed.texts("#said")[0])
    assert reviewed.texts(".finding .stamp") == []


def test_other_views_tell_what_was_dismissed_unread_and_gone(reviewed: Page) -> None:
    reviewed.click("[data-view=dismissed]")
    assert "negated will not" in reviewed.texts("td")
    assert len(reviewed.texts("tbody tr")) == len(REPORT.considered)
    reviewed.click("[data-view=unread]")
    assert reviewed.texts("tbody tr")[0] == "scans/back.pdfhas no text layer; 3 pages are pictures"
    reviewed.click("[data-view=gone]")
    assert len(reviewed.texts("tbody tr")) == len(REPORT.gone or ())


def test_approved_findings_tell_who_approved_them(browser: Page) -> None:
    approval = Approval(
        "Only looks.", ".claimlint-allow.yaml:3", "R. Owen", "2026-01-02", "2027-01-02", "studies/1.pdf"
    )
    browser.open(REPORT._replace(findings=(FINDINGS[0]._replace(state="approved", approval=approval), FINDINGS[2])))
    browser.click("[data-view=approved]")
    browser.press("j")
    (told,) = browser.texts("#detail")
    for text in ("Only looks.", ".claimlint-allow.yaml:3", "R. Owen", "2026-01-02", "2027-01-02", "studies/1.pdf"):
        assert text in told


def test_several_runs_are_drawn_and_tabled(browser: Page) -> None:
    runs = (Run("old.json", "2026-01-02", REPORT.summary), Run("new.json", "2026-02-02", CLEAN.summary))
    browser.open(CLEAN, runs)
    browser.click("[data-view=overview]")
    tall = browser.js(
        "return [...document.querySelectorAll('.chart rect')].map((rect) => +rect.getAttribute('height'))"
    )
    summary = REPORT.summary
    total = summary["error"] + summary["warning"] + summary["note"]
    wanted = [summary[level] / total * 130 for level in ("error", "warning", "note")]
    assert tall == pytest.approx([*wanted, 0, 0, 0])
    assert browser.texts("figure ~ .scroll tbody tr")[0].startswith("old.json2026-01-02")


def test_a_clean_report_says_so_and_promises_nothing(browser: Page) -> None:
    browser.open(CLEAN)
    (told,) = browser.texts("#list .nothing")
    assert told.startswith("No known pattern matched in 1 sentence of 1 file.")
    assert "no judgement" in told


def test_the_whole_copy_of_a_file_is_read_with_its_words_marked(browser: Page, tmp_path: Path) -> None:
    browser.log()
    file = tmp_path / "label.txt"
    file.write_text(f"A soft serum.\n\nIt heals eczema. {HOSTILE}\n\nIngredients: Aqua\n\nIt regrows hair.\n", "utf-8")
    report = Linter().check_path(file)
    browser.open(report, (), lambda path: read_paths([path]))
    assert browser.texts(".whole .copy") == []
    browser.click(".whole summary")
    browser.until(lambda: browser.texts(".whole .copy"))
    shown = browser.texts(".whole .copy")
    assert (shown[0], shown[-1]) == ("A soft serum.", "It regrows hair.") and "<svg onload" in "".join(shown)
    assert browser.texts(".whole .passage.ingredients small") == ["Ingredients"]
    assert browser.texts(".whole mark") == [finding.text for finding in report.findings]
    browser.click(".whole .passage:last-child mark")
    assert browser.chosen() == f"US · {report.findings[-1].start.line}:{report.findings[-1].start.column}"
    assert browser.texts(".whole mark.chosen") == [report.findings[-1].text]
    browser.press("r")
    assert len(browser.texts(".whole mark")) == len(report.findings)  # it stays open
    assert browser.log() == []


def hostile() -> Report:
    finding = FINDINGS[0]._replace(path=HOSTILE, text=HOSTILE, sentence=HOSTILE, said=(0, len(HOSTILE)), title=HOSTILE, why=HOSTILE,
        rule=HOSTILE, instead=(HOSTILE,), pointer=HOSTILE, fingerprint=HOSTILE, also=(HOSTILE,),
        basis=(Basis(HOSTILE, "javascript:alert(3)"), Basis("data", "data:text/html,<script>alert(4)</script>")),
        seen=(Seen(HOSTILE, HOSTILE, 2020, HOSTILE, "JaVaScRiPt:alert(5)"),),
    )  # fmt: skip
    return REPORT._replace(findings=(finding,), files=(CheckedFile(HOSTILE, {HOSTILE: HOSTILE}, 1),),
        not_checked=(NotChecked(HOSTILE, HOSTILE),),
    )  # fmt: skip


def test_hostile_text_does_nothing(browser: Page) -> None:
    browser.log()
    browser.driver.get_log("performance")
    browser.open(hostile(), (Run(HOSTILE, HOSTILE, REPORT.summary),) * 2)
    browser.press("j")
    browser.approve(HOSTILE.replace("\n", " "), HOSTILE.replace("\n", " "))
    assert browser.js("return document.querySelectorAll('img, #detail svg, iframe, #detail a, #list a').length") == 0
    for view in ("overview", "unread", "dismissed", "gone", "findings"):
        browser.click(f"[data-view={view}]")
        shown = browser.js("return document.body.innerText")
        assert "\u202e" not in shown
        if view in ("unread", "findings"):
            assert "<img src=x onerror=alert(1)>" in shown and "⟨U+202E⟩evil" in shown
    entries = [json.loads(entry["message"])["message"] for entry in browser.driver.get_log("performance")]
    asked = [entry["params"] for entry in entries if entry["method"] == "Network.requestWillBeSent"]
    addresses = {item["request"]["url"] for item in asked if item["documentURL"].endswith("/page.html")}
    icon = "data:image/svg+xml;"  # the browser's own picture in a field for a date
    assert {address for address in addresses if not address.startswith(icon)} == {
        (browser.folder / "page.html").as_uri()
    }
    assert browser.log() == []


def test_hostile_text_stays_one_entry_of_the_approvals(browser: Page, tmp_path: Path) -> None:
    finding = FINDINGS[0]._replace(path="!a*[b]\\c\u2028\x85 ", text=HOSTILE, fingerprint="0123456789abcdef")
    browser.open(REPORT._replace(findings=(finding,)))
    browser.press("j")
    browser.approve('fine"\\, # : - {} \u202e')
    text = browser.saved("approvals", "claimlint-allow.yaml")
    file = tmp_path / ".claimlint-allow.yaml"
    file.write_text(text, encoding="utf-8")
    (written,) = sidecar.read(file, "allow").entries
    assert (written.entry.fingerprint, written.entry.reason) == ("0123456789abcdef", 'fine"\\, # : - {} \u202e')
    assert written.entry.path == "\\!a\\*\\[b]\\\\c\u2028\x85\\ "


def test_approvals_of_the_page_let_claimlint_pass(browser: Page, tmp_path: Path) -> None:
    from tests.cli.test_check import run

    (tmp_path / "[tonic].txt").write_text("Our tonic regrows hair in 12 weeks.\n", encoding="utf-8")
    assert run("[tonic].txt", "-o", "page.html", cwd=tmp_path).returncode == 1
    browser.driver.get((tmp_path / "page.html").as_uri())
    browser.press("j")
    browser.approve("Sold as a drug.")
    text = browser.saved("approvals", "claimlint-allow.yaml")
    (tmp_path / ".claimlint-allow.yaml").write_text(text, encoding="utf-8")
    done = run("[tonic].txt", cwd=tmp_path)
    assert done.returncode == 0 and "No new finding" in done.stdout


def test_blocked_storage_is_told_and_the_page_goes_on(browser: Page) -> None:
    blocked = browser.driver.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument",
        {"source": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"},
    )
    try:
        browser.open(REPORT)
        browser.press("j", "r")
        assert browser.texts(".finding .stamp")[0] == "Rejected"
        assert browser.texts("#warning:not([hidden])")[0].startswith("This browser does not keep your decisions.")
        browser.saved("decisions", "decisions.json")
    finally:
        browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", blocked)
    browser.js("return 0")


def test_paper_gets_all_details_and_no_controls(reviewed: Page) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    reviewed.press("j", "r")
    printed = reviewed.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
    document = pdfium.PdfDocument(io.BytesIO(base64.b64decode(printed["data"])))
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    document.close()
    for finding in NEW[:3]:
        assert finding.fingerprint in text and finding.basis[0].url in text
    assert "Rejected" in text and "scans/back.pdf" in text and "will not" in text
    for control in ("Download approvals", "Filters", "Theme:", "Copy"):
        assert control not in text
    assert reviewed.texts("#print *") == []


def test_the_page_is_dark_where_that_is_asked_for(reviewed: Page) -> None:
    def light() -> bool:
        red = reviewed.js("return getComputedStyle(document.body).backgroundColor")
        return int(red.split("(")[1].split(",")[0]) > 128

    def prefer(value: str) -> None:
        wish = {"features": [{"name": "prefers-color-scheme", "value": value}]}
        reviewed.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)

    prefer("light")
    assert light()
    prefer("dark")
    assert not light()
    reviewed.click("#theme")  # light, whatever the system prefers
    assert light()
    reviewed.click("#theme")
    prefer("light")
    assert not light()
    reviewed.driver.refresh()
    assert not light()


CONTRAST = """
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const rgb = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
const light = (colour) => { const [r, g, b] = rgb(colour).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = (node) => { while (node && rgb(getComputedStyle(node).backgroundColor)[3] < 255) node = node.parentElement; return getComputedStyle(node ?? document.body).backgroundColor; };
const faint = [];
for (const node of document.querySelectorAll("body *")) {
  if (!node.checkVisibility() || ![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) || node.matches(":disabled, script, style")) continue;
  const [one, other] = [light(getComputedStyle(node).color), light(ground(node))].sort((a, b) => b - a);
  if ((one + 0.05) / (other + 0.05) < 4.5) faint.push(`${node.tagName}.${node.className} ${node.textContent.slice(0, 30)} ${(one + 0.05) / (other + 0.05)}`);
}
return faint;
"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(reviewed: Page, theme: str) -> None:
    reviewed.js("document.documentElement.dataset.theme = arguments[0]", theme)
    reviewed.press("j", "r", "j", "a")
    reviewed.js("for (const node of document.querySelectorAll('*')) node.style.transition = 'none'")
    assert reviewed.js(CONTRAST) == []
    reviewed.js("document.querySelector('[data-view=overview]').click()")
    assert reviewed.js(CONTRAST) == []


def test_every_control_has_a_name_and_every_part_a_landmark(reviewed: Page) -> None:
    reviewed.press("j", "a")
    tree = reviewed.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node["ignored"]]
    nameless = [
        role
        for role, name in roles
        if role in ("button", "textbox", "searchbox", "link", "Date", "dialog") and not name
    ]
    assert nameless == []
    assert {"banner", "navigation", "main", "complementary", "search"} <= {role for role, _ in roles}


def test_a_narrow_screen_shows_the_finding_over_the_list(reviewed: Page) -> None:
    size = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    reviewed.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        assert reviewed.js("return document.documentElement.scrollWidth") <= 390
        reviewed.click(".finding")
        assert reviewed.js("return document.elementFromPoint(195, 400).closest('#detail') !== null")
        reviewed.click(".back")
        assert reviewed.js("return document.elementFromPoint(195, 400).closest('#detail') === null")
    finally:
        reviewed.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_nothing_but_the_panes_scrolls(reviewed: Page) -> None:
    reviewed.press("j", "a")
    assert reviewed.js("const page = document.documentElement; return page.scrollHeight - page.clientHeight") == 0


def test_twenty_thousand_findings_stay_quick(browser: Page) -> None:
    many = tuple(
        FINDINGS[0]._replace(
            path=f"shop/{number // 25:03}.txt",
            fingerprint=f"{number:016x}",
            sentence=f"{number} {FINDINGS[0].sentence}",
        )
        for number in range(20_000)
    )
    browser.open(REPORT._replace(findings=many))
    browser.until(lambda: browser.texts("#count") == ["20,000 findings in 20,000 sentences"])
    assert len(browser.texts(".card")) == 100
    browser.press("]")
    browser.until(lambda: "Page 2 of 200" in browser.texts(".pager")[0])
    browser.type("#search", "shop/799")
    browser.until(lambda: browser.texts("#count") == ["25 findings in 25 sentences"])
