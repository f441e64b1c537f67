"""The look of a page: quiet, printable, light and dark, legible without telling colours apart."""

# Every colour of words keeps 4.5 : 1 on every ground that it may stand on, in light, dark and print.
STYLE = """
:root{--ground:#fdfcf9;--ink:#1d1c1a;--quiet:#625d55;--line:#d9d3c7;--new:#0b4f9e;--old:#9a3b00;
  --tint:#f1ede3;--agreed:#2f5d43;--said:#fbecb4}
@media (prefers-color-scheme:dark){:root{--ground:#191a1c;--ink:#e6e3dc;--quiet:#aba59a;--line:#3d3d3d;
  --new:#8ab8ff;--old:#ffab70;--tint:#26272a;--agreed:#93c9a9;--said:#40371a}}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);
  font:1.0625rem/1.55 Charter,"Bitstream Charter","Source Serif 4","Noto Serif",Cambria,Georgia,
  "Noto Naskh Arabic","Noto Serif CJK SC",serif;-webkit-text-size-adjust:100%}
body{max-width:46rem;margin:0 auto;padding:3.5rem 1.5rem 5rem;overflow-wrap:break-word;overflow-x:clip}
p{margin:0}
a{color:var(--new);text-decoration-thickness:.06em;text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--new);outline-offset:3px}
:target{background:var(--tint);box-shadow:0 0 0 .4rem var(--tint)}
.skip{position:absolute;inset-inline-start:-100vw}
.skip:focus{position:static;display:inline-block;margin-bottom:1rem}
header{border-bottom:1px solid var(--line);padding-bottom:1.1rem;margin-bottom:2.2rem;color:var(--quiet);
  font-size:.92rem}
.conference{color:var(--ink);font-variant-caps:small-caps;letter-spacing:.04em;font-size:1.08rem}
.version{margin-top:.55rem;color:var(--ink)}
.notice{margin-top:.55rem;font-weight:bold;color:var(--old)}
h1{font-size:1.75rem;color:var(--ink);line-height:1.25;font-weight:600;margin:0 0 1.9rem;text-wrap:balance}
h2,h3,h4,h5,h6{font-size:1.16rem;line-height:1.35;font-weight:600;margin:2.4rem 0 .9rem;text-wrap:balance;
  break-after:avoid}
h3{font-size:1.08rem}h4,h5,h6{font-size:1rem;font-style:italic}
.par{margin:.8rem 0}
.row{display:grid;grid-template-columns:minmax(2.9rem,max-content) minmax(0,1fr);margin:0}
.bare{display:block}
.number{font-variant-numeric:tabular-nums lining-nums;padding-inline-end:.5rem;white-space:nowrap}
.level-1{margin-inline-start:2.9rem;grid-template-columns:minmax(2.3rem,max-content) minmax(0,1fr)}
.level-2{margin-inline-start:5.2rem;grid-template-columns:minmax(2.3rem,max-content) minmax(0,1fr)}
.level-3{margin-inline-start:7.5rem;grid-template-columns:minmax(2.3rem,max-content) minmax(0,1fr)}
.level-4{margin-inline-start:9.8rem;grid-template-columns:minmax(2.3rem,max-content) minmax(0,1fr)}
.disputed{background:var(--tint);border-radius:.15em;box-decoration-break:clone;
  -webkit-box-decoration-break:clone}
.delegation{font-size:.86em;font-weight:600;color:var(--quiet)}
.agreed{font-size:.86em;color:var(--agreed);font-style:italic;white-space:nowrap}
.mark{font-family:ui-monospace,monospace;font-size:.8em;border:1px solid currentColor;border-radius:.2em;
  padding:0 .15em}
sup,sub{line-height:0;font-size:.72em}
.ref{text-decoration:none;padding:0 .1em}
code,pre{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.86em}
pre{white-space:pre-wrap;border-inline-start:3px solid var(--line);padding-inline-start:1rem;margin:.9rem 0}
.proposal{margin:.4rem 0 .9rem 2.9rem;padding-inline-start:1rem;border-inline-start:3px solid var(--line);
  font-size:.92em}
.scroll{overflow-x:auto;margin:1.1rem 0}
table{border-collapse:collapse;width:100%;font-size:.92em}
th,td{border-bottom:1px solid var(--line);padding:.4rem .7rem .4rem 0;text-align:start;vertical-align:top}
thead th{border-bottom:1px solid var(--quiet);font-weight:600}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:.6rem}
.fingerprint{font-size:.8rem;color:var(--quiet);overflow-wrap:anywhere}
.running{display:none}
.notes{border-top:1px solid var(--line);margin-top:3rem;padding-top:.6rem;font-size:.88rem}
.notes .par{margin:.5rem 0}.notes .row{grid-template-columns:minmax(1.9rem,max-content) minmax(0,1fr)}
.back{text-decoration:none}

@media (max-width:34rem){
body{padding:1.6rem 1.3rem 3rem}
h1{font-size:1.42rem}
.row{grid-template-columns:minmax(2.3rem,max-content) minmax(0,1fr)}
.level-1{margin-inline-start:1.1rem;grid-template-columns:minmax(2rem,max-content) minmax(0,1fr)}
.level-2{margin-inline-start:2.2rem;grid-template-columns:minmax(2rem,max-content) minmax(0,1fr)}
.level-3,.level-4{margin-inline-start:3.3rem;grid-template-columns:minmax(2rem,max-content) minmax(0,1fr)}
}
@page{size:A4;margin:14mm 19mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt serif;color:#555}}
@page wide{size:A4 landscape;margin:14mm 12mm}
@media print{
:root{--ground:#fff;--ink:#000;--quiet:#555;--line:#bbb;--new:#0b4f9e;--old:#9a3b00;--tint:#f3f0e8;
  --agreed:#2f5d43;--said:#fff}
html{font-size:11pt;line-height:1.4}
body{max-width:none;padding:10mm 6mm;overflow:visible;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.skip,.back{display:none}
p{orphans:2;widows:2}
a{color:inherit;text-decoration:none}
tr,h1,h2,h3,h4,h5,h6{break-inside:avoid}
.par:has(>:is(h2,h3,h4,h5,h6)){break-after:avoid}
.running{display:block;position:fixed;inset-inline:0;text-align:center;font-size:8pt;color:var(--quiet)}
.above{top:1mm}.below{bottom:1mm}
.scroll{overflow:visible}
.wide{page:wide;font-size:.9em}
.many table,.many thead,.many tbody,.many tr{display:block}
.many td,.many th{display:inline;border:0;padding:0}
.many tr{border-bottom:1px solid var(--line);padding:.3rem 0}
.many :is(td,th):not(:last-child)::after{content:" | "}
.many td[data-head]{display:block}
.many:has([data-head]) thead,.many td:empty{display:none}
.many td[data-head]::before{content:attr(data-head) ": ";font-weight:600}
.many td[data-head]::after,.many:has([data-head]) th::after{content:none}
}
"""
