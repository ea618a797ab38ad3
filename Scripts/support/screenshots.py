"""Pictures of the shipped content as it is built, in a real browser."""
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

OUTPUT = Path(__file__).resolve().parents[2] / "Output"
PROGRAMME = "trygghetsprogram"
CONSULTATION = "remisser/trygghetsprogram-2020"

# Name, page, the place on it that is shown, width, mode.
PICTURES = [
    ("start", "index.html", None, 1280, "light"),
    ("programmets-start", f"{PROGRAMME}/index.html", None, 1280, "light"),
    ("programmets-start", f"{PROGRAMME}/index.html", None, 320, "light"),
    ("kapitel", f"{PROGRAMME}/kapitel-uppdrag-och-ansvar.html", None, 1280, "light"),
    ("kapitel", f"{PROGRAMME}/kapitel-uppdrag-och-ansvar.html", None, 768, "dark"),
    ("uppdrag", f"{PROGRAMME}/kapitel-uppdrag-och-ansvar.html", ".post >> nth=1", 1280, "light"),
    ("uppdrag", f"{PROGRAMME}/kapitel-uppdrag-och-ansvar.html", ".post >> nth=1", 320, "light"),
    ("uppdrag", f"{PROGRAMME}/kapitel-uppdrag-och-ansvar.html", ".post >> nth=1", 1280, "forced"),
    ("fokusområde", f"{PROGRAMME}/fokusomrade-offentlig-miljo.html", None, 768, "light"),
    ("fokusområde-innehåll", f"{PROGRAMME}/fokusomrade-offentlig-miljo.html", "h2:has-text('Innehåll')", 320, "dark"),
    ("teorier", f"{PROGRAMME}/bilaga-teorier.html", None, 1280, "light"),
    ("teori", f"{PROGRAMME}/kapitel-teoretiskt-ramverk.html", ".post >> nth=0", 768, "light"),
    ("källor", f"{PROGRAMME}/bilaga-kallor.html", None, 768, "light"),
    ("begrepp", f"{PROGRAMME}/kapitel-begrepp.html", ".post >> nth=2", 320, "dark"),
    ("ansvar", f"{PROGRAMME}/bilaga-ansvar.html", None, 1280, "dark"),
    ("konflikter", f"{PROGRAMME}/kapitel-mal-och-intressekonflikter.html", ".post >> nth=0", 1280, "light"),
    ("remiss", f"{CONSULTATION}/index.html", None, 768, "light"),
    ("jämförelse", f"{CONSULTATION}/jamforelse.html", None, 1280, "light"),
    ("jämförelse", f"{CONSULTATION}/jamforelse.html", "#jamforelse", 320, "light"),
    ("sammanställning", f"{CONSULTATION}/sammanstallning.html", ".synpunkt >> nth=0", 1280, "forced"),
    ("tjänsteutlåtande", f"{CONSULTATION}/enskede-arsta-vantor.html", None, 1280, "light"),
    ("ändringar", f"{CONSULTATION}/andringar.html", ".andring >> nth=0", 768, "dark"),
    ("granskning", f"granskning/{PROGRAMME}.html", None, 1280, "light"),
    ("utskrift", f"{PROGRAMME}/kapitel-uppdrag-och-ansvar.html", ".post >> nth=1", 768, "print"),
]


def main():
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for number, (name, page_path, place, width, mode) in enumerate(PICTURES, 1):
            context = browser.new_context(
                viewport={"width": width, "height": 640 if width == 320 else 900}, color_scheme="dark" if mode == "dark" else "light",
                forced_colors="active" if mode == "forced" else "none", has_touch=width == 320)
            page = context.new_page()
            page.on("console", lambda message, path=page_path: print(f"{path}: {message.text}"))
            if mode == "print":
                page.emulate_media(media="print")
            page.goto((OUTPUT / page_path).as_uri())
            if place:
                page.locator(place).first.evaluate("element => element.scrollIntoView()")
            page.screenshot(path=target / f"{number:02}-{name}-{width}-{mode}.png")
            context.close()
        browser.close()
    print(f"{len(PICTURES)} bilder i {target}")


main()
