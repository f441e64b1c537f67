"""The look of comments: a sign after the words, the threads beside the paragraph, below it where room lacks."""

TALK = """
mark{background:var(--said);color:inherit;border-bottom:1px dotted var(--quiet)}
.cue{font:600 .68rem/1 system-ui,sans-serif;vertical-align:.35em;text-decoration:none;color:var(--ink);
  background:var(--said);border:1px solid var(--quiet);border-radius:.5rem;padding:.05rem .3rem;margin-inline:.1rem}
.cue.resolved{color:var(--quiet);background:none;border-style:dotted}
.signs{margin-top:.2rem}
.talk{list-style:none;margin:.3rem 0 1.1rem 2.9rem;padding:0;font:.82rem/1.45 system-ui,-apple-system,"Segoe UI",
  "Noto Sans",sans-serif}
.thread{border-inline-start:3px solid var(--said);padding:.15rem 0 .15rem .7rem;margin:0 0 .55rem}
.thread.unresolved{border-color:var(--quiet)}
.thread:target{background:var(--tint)}
.thread p{margin:.15rem 0}
.head,summary{color:var(--quiet)}
.head strong,summary strong{color:var(--ink)}
summary{cursor:pointer}
.sign,.sign a{font-weight:600;color:var(--ink)}
.state{font-style:italic}
.quote{color:var(--quiet);font-style:italic}
.thread ul{list-style:none;margin:.3rem 0 0;padding-inline-start:.9rem}
.elsewhere{border-top:1px solid var(--line);margin-top:3rem}
.elsewhere .talk{margin-inline-start:0}
.elsewhere h2{margin-top:1.2rem}
body:has(#talk:not(:checked)) :is(.talk,.cue,.signs,.elsewhere){display:none}
body:has(#talk:not(:checked)) mark{background:none;border:0}
body:has(#show-old:checked) :is(.cue,.signs){display:none}
body:has(#show-old:checked) mark{background:none;border:0}
@media (min-width:75rem){
body{max-width:70rem}
header,.survey,.notes,.elsewhere,footer,main>:not(.part,.stretch),.part>:not(.stretch){max-width:43rem}
.stretch{display:grid;grid-template:auto 1fr/43rem minmax(0,1fr);column-gap:2.4rem;margin:.8rem 0}
.stretch>*{grid-column:1}
.stretch>.talk{grid-column:2;grid-row:1/span 2;margin:.1rem 0 0}
.stretch>.par{margin:0}
.stretch>.rest{margin-bottom:-.8rem}
}
@media (min-width:84rem){body{max-width:78rem}}
@media (max-width:34rem){.talk{margin-inline-start:1.1rem}}
@media print{
.talk{font-size:8.5pt}
.thread{break-inside:avoid}
mark{border-bottom:.4pt dotted #555}
}
"""
