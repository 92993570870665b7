"""Sets papers with another program's means in its own interpreter; prints pages and seconds.

Started by `tests.bench.paper_peers`, imports nothing of ours. Each peer gets the same words in the
same typeface: heads, tables of label and value, paragraphs, a line at the head of each page, its
number at the foot, and notes at the foot of the page where the peer can (fpdf2 cannot: its notes
stand at the end).
"""

from __future__ import annotations

import html
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

type Paper = dict[str, Any]  # Any: JSON, as the parent wrote it


def weasyprint(papers: list[Paper], fonts: list[str]) -> int:
    """Set papers as HTML with paged media and footnotes."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    known = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: House; font-weight: {weight}; src: url('file://{file}') }}"
        for file, weight in zip(fonts, ("normal", "bold"), strict=True)
    )
    style = CSS(
        string=faces
        + """@page { size: A4; margin: 27mm 20mm 27mm 25mm;
             @top-left { content: string(title); font: 9pt House }
             @bottom-right { content: counter(page) " / " counter(pages); font: 9pt House } }
           body { font: 10pt/13pt House } h1 { string-set: title content(); font-size: 20pt }
           h2 { font-size: 11.5pt; border-top: 1pt solid }
           td { vertical-align: top; border-bottom: 0.4pt solid; font-size: 9pt }
           table { border-collapse: collapse; width: 100% }
           .note { float: footnote; font-size: 8pt }""",
        font_config=known,
    )
    pages = 0
    for paper in papers:
        document = HTML(string=_html(paper)).render(stylesheets=[style], font_config=known)
        document.write_pdf()
        pages += len(document.pages)
    return pages


def _html(paper: Paper) -> str:
    left = dict(paper["notes"])

    def words(text: str) -> str:
        noted = "".join(
            f'<span class="note">{html.escape(left.pop(key))}</span>'
            for key in [key for key in left if f"[{key}" in text]
        )
        return html.escape(text) + noted

    parts = [f"<h1>{words(paper['title'])}</h1>"]
    for kind, content in paper["parts"]:
        if kind == "rows":
            rows = ("".join(f"<td>{words(cell)}</td>" for cell in row) for row in content)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            tag = "h2" if kind == "head" else "p"
            parts.append(f"<{tag}>{words(content)}</{tag}>")
    return f"<html lang='{paper['lang']}'><body>{''.join(parts)}</body></html>"


def fpdf2(papers: list[Paper], fonts: list[str]) -> int:
    """Set papers with cells and tables; what stands at the foot is only the page number."""
    from fpdf import FPDF

    class Sheet(FPDF):  # type: ignore[misc]  # only the peers' own interpreter has it
        """A sheet with a line at its head and its number at the foot."""

        paper_title = ""

        def header(self) -> None:
            """Draw the line at the head."""
            self.set_font("House", size=9)
            self.cell(text=self.paper_title, new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            """Draw the number."""
            self.set_y(-15)
            self.set_font("House", size=9)
            self.cell(0, 10, f"{self.page_no()} / {{nb}}", align="R")

    pages = 0
    for paper in papers:
        sheet = Sheet()
        sheet.add_font("House", "", fonts[0])
        sheet.add_font("House", "B", fonts[1])
        sheet.set_margins(25, 20, 20)
        sheet.paper_title = paper["title"]
        sheet.add_page()
        for kind, content in [("head", paper["title"]), *paper["parts"]]:
            sheet.set_font("House", "B" if kind == "head" else "", 11.5 if kind == "head" else 9)
            if kind == "rows":
                with sheet.table(first_row_as_headings=False, line_height=4.5) as table:
                    for row in content:
                        cells = table.row()
                        for cell in row:
                            cells.cell(cell)
            else:
                sheet.multi_cell(0, 4.6, content, new_x="LMARGIN", new_y="NEXT")
        sheet.set_font("House", size=8)
        for note in paper["notes"].values():
            sheet.multi_cell(0, 3.5, note, new_x="LMARGIN", new_y="NEXT")
        sheet.output()
        pages += sheet.pages_count
    return pages


def typst(papers: list[Paper], fonts: list[str]) -> int:
    """Set papers from Typst's markup with footnotes, compiled in memory."""
    import typst as compiler

    fonts_at = compiler.Fonts(include_system_fonts=False, font_paths=[str(Path(fonts[0]).parent)])
    pages = 0
    for paper in papers:
        made = compiler.compile(_typst(paper).encode(), font_paths=fonts_at)
        pages += made.count(b"/Type /Page\n") or made.count(b"/Type/Page/")
    return pages


def _typst(paper: Paper) -> str:
    left = dict(paper["notes"])

    def words(text: str) -> str:
        noted = "".join(
            f"#footnote[#text(size: 8pt, {json.dumps(left.pop(key), ensure_ascii=False)})]"
            for key in [key for key in left if f"[{key}" in text]
        )
        return f"#{json.dumps(text, ensure_ascii=False)}{noted}"

    title = json.dumps(paper["title"], ensure_ascii=False)
    head = (
        f'#set page(paper: "a4", margin: (left: 25mm, right: 20mm, y: 27mm), header: text(9pt, '
        f'{title}), numbering: "1 / 1")\n#set text(font: "Homeward Sans", size: 10pt, '
        f'lang: "{paper["lang"]}")\n= {words(paper["title"])}\n'
    )
    parts = [head]
    for kind, content in paper["parts"]:
        if kind == "head":
            parts.append(f"== {words(content)}\n")
        elif kind == "rows":
            cells = ", ".join(f"[{words(cell)}]" for row in content for cell in row)
            wide = max(map(len, content))
            parts.append(f"#table(columns: ({', '.join(['1fr'] * wide)}), {cells})\n")
        else:
            parts.append(words(content) + "\n\n")
    return "\n".join(parts)


PEERS: dict[str, Callable[[list[Paper], list[str]], int]] = {
    "WeasyPrint": weasyprint,
    "fpdf2": fpdf2,
    "typst": typst,
}


def main(name: str, file: Path) -> None:
    """Set one paper to get warm, then all; the last line printed is what it took."""
    asked = json.loads(file.read_text("utf-8"))
    peer, papers, fonts = PEERS[name], asked["papers"], asked["fonts"]
    peer(papers[:1], fonts)
    begun, used = time.perf_counter(), time.process_time()
    pages = peer(papers, fonts)
    told = (time.perf_counter() - begun, time.process_time() - used)
    print(json.dumps({"pages": pages, "seconds": told[0], "processor": told[1]}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
