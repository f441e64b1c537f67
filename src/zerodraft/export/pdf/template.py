"""How a paper is typeset: the page, its running lines, and one way to set each kind of block.

The words come in as JSON (`paper.py`) and are only ever strings: nothing of them is read as markup.
"""

TEMPLATE = r"""
#let paper = json(bytes(sys.inputs.paper))
#let step = 1.1cm
#let quiet = luma(30%)
#let inserted = rgb("#0a3d91")
#let deleted = rgb("#9b1c1c")
#let fonts = (
  "Libertinus Serif", ..paper.fonts, "New Computer Modern", "New Computer Modern Math", "DejaVu Sans Mono",
)

// --- words -----------------------------------------------------------------------------------

#let sign(number, place) = {
  set par.line(numbering: none)
  let shown = box(stroke: 0.4pt, inset: (x: 1.2pt), outset: (y: 1pt), baseline: -0.35em, text(size: 0.52em, number))
  h(0.1em)
  if place == "" { shown } else { link(label(place), shown) }
}

#let words(pieces) = {
  for piece in pieces {
    if type(piece) == str { [#piece] } else {
      let (style, said, more) = piece
      let body = if "n" in style { [#footnote(words(said))#label(more)] }
        else if "r" in style { footnote(label(more)) }
        else if "h" in style { link(more, said) }
        else if "s" in style { sign(said, more) }
        else if "a" in style { pdf.artifact(words(said)) }
        else { [#said] }
      if "c" in style { body = text(font: ("DejaVu Sans Mono", ..fonts), size: 0.82em, body) }
      if "b" in style { body = strong(body) }
      if "i" in style { body = emph(body) }
      if "u" in style { body = super(body) }
      if "l" in style { body = sub(body) }
      if "d" in style { body = text(size: 0.86em, weight: "bold", body) }
      if "m" in style { body = text(font: "DejaVu Sans Mono", size: 0.72em, body) }
      if "+" in style { body = underline(stroke: 0.7pt, offset: 0.17em, evade: false, text(fill: inserted, body)) }
      if "-" in style { body = strike(stroke: 0.7pt, text(fill: deleted, body)) }
      body
    }
  }
}

#let lines(some) = {
  for (place, line) in some.enumerate() {
    if place > 0 { linebreak() }
    words(line)
  }
}

// --- blocks ----------------------------------------------------------------------------------

#let number(each) = {
  let (now, was, fate) = (each.at("n", default: ""), each.at("o", default: ""), each.at("f", default: ""))
  if was != "" {
    box[#words((("-", was, ""),))#h(0.3em)#words((("+", now, ""),))#h(0.6em)]
  } else if now.len() - now.matches(regex("[().,il]")).len() / 2 > 4 {
    words(((fate, now + " ", ""),))
    h(0.3em)
  } else {
    box(width: step, words(((fate, now + " ", ""),)))
  }
}

#let numbered(each) = {
  let indent = each.l * step
  let shape = (hanging-indent: indent + step)
  if indent > 0pt { shape.first-line-indent = (amount: indent, all: true) }
  par(..shape, [#number(each)#words(each.w)])
}

// Words that are longer than a line are divided where they must be.
#let divided(most, step, body) = {
  if not paper.long { return body }
  show regex("[!-~\u{a1}-\u{52f}]{" + str(most) + ",}"): it => {
    let letters = it.text.clusters()
    for place in range(0, letters.len(), step: step) {
      if place > 0 { h(0.001pt) }
      letters.slice(place, calc.min(place + step, letters.len())).join()
    }
  }
  body
}

// Footnotes and links: a head that is repeated is an artifact, which may hold none.
#let leads(cell) = cell.any(piece => type(piece) == array and piece.first().contains(regex("[nrhs]")))

#let rows(each) = {
  let (head, ..rest) = each.rows
  let cells(row) = row.map(cell => table.cell(words(cell)))
  set text(size: 0.84em)
  show: divided.with(23, 10)
  set par(justify: false, leading: 0.5em)
  table(
    columns: each.widths.map(width => width * 1fr),
    stroke: 0.4pt + luma(45%),
    inset: (x: 4pt, y: 4.5pt),
    align: start + top,
    fill: (_, row) => if row == 0 { luma(93%) },
    table.header(repeat: not head.any(leads), ..head.map(cell => strong(words(cell)))),
    ..rest.map(cells).flatten(),
  )
}

#let talk(each) = {
  let shown = block(
    width: 100%, inset: (x: 6pt, y: 5pt), fill: luma(94%), above: 0.6em, below: 0.7em,
    { set par(justify: false); set par.line(numbering: none); set text(size: 0.82em); lines(each.lines) },
  )
  pad(left: step, if each.sign == "" { shown } else { [#shown#label("talk" + each.sign)] })
}

#let kinds = (
  title: each => title(words(each.w)),
  heading: each => heading(level: each.l, outlined: "x" not in each, bookmarked: "x" not in each, words(each.w)),
  plain: each => par(words(each.w)),
  preambular: each => par(first-line-indent: (amount: step, all: true), words(each.w)),
  numbered: numbered,
  quoted: each => quote(block: true, lines(each.lines)),
  table: rows,
  talk: talk,
  note: each => par(text(size: 0.8em, style: "italic", fill: quiet, words(each.w))),
  told: each => block(
    inset: (left: 0.4cm, y: 1pt), outset: (left: -step + 0.4cm), stroke: (left: 0.6pt + quiet), above: 0.75em,
    pad(left: step - 0.4cm, text(size: 0.92em, lines(each.lines))),
  ),
)

#let set-block(each) = {
  let body = (kinds.at(each.k))(each)
  if "t" in each {
    let note = par(justify: false, text(size: 0.8em, style: "italic", fill: quiet, each.t))
    body = [#block(sticky: true, below: 0.5em, { set par.line(numbering: none); note })#body]
  }
  if "g" in each { body = [#set par(justify: false, linebreaks: "simple"); #body] }
  if "d" in each { body = [#set text(dir: rtl); #body] }
  if "c" in each {
    body = block(
      width: 100%, stroke: (left: 1.3pt), outset: (left: 7pt, y: 1pt), sticky: each.k == "heading", body,
    )
  }
  body
}

// --- the page --------------------------------------------------------------------------------

#let small = 8.5pt
#let running = context {
  set text(size: small, fill: quiet)
  let is-first = counter(page).get().first() == 1
  if paper.mark != "" { align(center, strong(text(fill: black, paper.mark))) ; v(-0.35em) }
  if not is-first {
    grid(columns: (1fr, auto), column-gutter: 2em, paper.running.first(), align(end, paper.running.last()))
    v(-0.5em)
    line(length: 100%, stroke: 0.4pt + quiet)
  }
}
#let foot = context {
  set text(size: small, fill: quiet)
  let (before, between, after) = paper.page
  let count = [#before#counter(page).display()#between#counter(page).final().first()#after]
  grid(columns: (1fr, auto), column-gutter: 1em, text(size: 7pt, paper.foot), count)
}

#set document(title: paper.title, description: paper.description, keywords: paper.keywords)
#set page(
  paper: "a4",
  flipped: paper.wide,
  margin: (top: 3cm, bottom: 2.6cm, x: 2.5cm),
  header: running,
  footer: foot,
  header-ascent: 35%,
)
#set text(font: fonts, size: 11.5pt, lang: paper.lang, region: if paper.region != "" { paper.region })
#set par(justify: true, leading: 0.62em, spacing: 0.95em)
#set block(spacing: 0.95em)
#set text(hyphenate: false)
#set par.line(numbering-scope: "page")
#set footnote.entry(gap: 0.45em)
#show footnote.entry: set text(size: 9.5pt)
#show title: set text(size: 17pt)
#show title: set align(center)
#show title: set par(justify: false)
#show title: set par.line(numbering: none)
#show title: set block(above: 1.4em, below: 1.5em)
#show heading: set text(size: 12pt)
#show heading.where(level: 1): set text(size: 13pt)
#show heading: set par(justify: false)
#show heading: set block(above: 1.5em, below: 0.85em)
#show quote.where(block: true): set text(size: 0.92em)
#show quote.where(block: true): set par(justify: false)
#show quote.where(block: true): set pad(x: step)

#[
  #set align(center)
  #set par(justify: false, spacing: 0.6em)
  #set text(size: 10pt)
  #for line in paper.opening { par(line) }
]
#for each in paper.legend { align(center, text(size: 9.5pt, words(each))) }

#set par.line(
  numbering: count => if calc.rem(count, 5) == 0 { text(size: 8pt, fill: quiet, str(count)) },
) if paper.lines
#show table: set par.line(numbering: none)

#show: divided.with(60, 20)
#for each in paper.blocks { set-block(each) }
"""
