"""The look of a page: quiet, printable, light and dark, legible without telling colours apart."""

# Inserted words are blue and underlined, deleted ones orange and struck through: these two colours
# stay apart for colour-blind readers, and each has a second sign that survives black and white.
# Their contrast is at least 5.9 : 1, on paper and on the tint of brackets, in light and in dark (WCAG asks for 4.5).
STYLE = """
:root{--ground:#fdfcf9;--ink:#1d1c1a;--quiet:#625d55;--line:#d9d3c7;--new:#0b4f9e;--old:#9a3b00;
  --tint:#f1ede3;--agreed:#2f5d43}
@media (prefers-color-scheme:dark){:root{--ground:#191a1c;--ink:#e6e3dc;--quiet:#a39d92;--line:#3d3d3d;
  --new:#8ab8ff;--old:#ffab70;--tint:#26272a;--agreed:#93c9a9}}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);
  font:1.0625rem/1.55 Charter,"Bitstream Charter","Source Serif 4","Noto Serif",Cambria,Georgia,
  "Noto Naskh Arabic","Noto Serif CJK SC",serif;-webkit-text-size-adjust:100%}
body{max-width:46rem;margin:0 auto;padding:3.5rem 1.5rem 5rem;overflow-wrap:break-word}
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
h1{font-size:1.75rem;line-height:1.25;font-weight:600;margin:0 0 1.9rem;text-wrap:balance}
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
.notes{border-top:1px solid var(--line);margin-top:3rem;padding-top:.6rem;font-size:.88rem}
.notes .par{margin:.5rem 0}.notes .row{grid-template-columns:minmax(1.9rem,max-content) minmax(0,1fr)}
.back{text-decoration:none}

ins{color:var(--new);text-decoration:underline;text-decoration-thickness:.08em;text-underline-offset:.16em}
del{color:var(--old);text-decoration:line-through;text-decoration-thickness:.08em}
ins::before,ins::after,del::before,del::after{position:absolute;width:1px;height:1px;overflow:hidden;
  clip-path:inset(50%);white-space:nowrap;user-select:none}
ins,del{position:relative}
.changed{position:relative}
.changed::before{content:"";position:absolute;inset-block:.1rem;inset-inline-start:-1rem;
  border-inline-start:3px solid var(--quiet)}
.inserted .number{color:var(--new)}
.deleted .number{color:var(--old);text-decoration:line-through}
.note,.legend,.survey{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;font-size:.8rem;
  color:var(--quiet)}
.note{line-height:1.5;margin-bottom:.1rem}
.survey a,.note a{color:inherit;text-decoration:underline;text-decoration-color:var(--line)}
.survey a:hover,.note a:hover{color:var(--ink);text-decoration-color:currentColor}
.survey s{text-decoration:none}.survey s a{text-decoration:line-through;text-decoration-color:currentColor}
.doctitle{font-size:1.5rem;line-height:1.3;margin-top:0}
.note em{font-family:Charter,"Noto Serif",Georgia,serif}
.was-number{display:block;font-size:.74em;line-height:1.2;color:var(--old);text-decoration:line-through}
.words,.number{line-height:1.55}
.was{display:none}
.survey{border:1px solid var(--line);border-radius:.3rem;padding:1.1rem 1.3rem;margin:0 0 2.6rem;
  line-height:1.5}
.survey h2{font:inherit;font-weight:600;font-size:.95rem;color:var(--ink);margin:0 0 .35rem}
.survey table{font-size:inherit;font-variant-numeric:tabular-nums}
.survey td:not(:first-child),.survey th:not(:first-child){text-align:end;padding-inline:.5rem 0}
.survey tbody th{font-weight:normal;color:var(--ink);min-width:11rem}
.survey thead th{font-weight:normal;vertical-align:bottom;line-height:1.25}
.survey tfoot th,.survey tfoot td{font-weight:600;color:var(--ink);border-bottom:0}
.survey .places{display:block;font-size:.94em}
.legend{margin:0;padding:0;list-style:none}
.legend li{margin:.1rem 0}
fieldset{border:0;padding:0;margin:.9rem 0 0;display:flex;flex-wrap:wrap;gap:.25rem 1.2rem}
legend{float:inline-start;margin-inline-end:1.2rem;padding:0}
label{cursor:pointer;color:var(--ink)}
input{accent-color:var(--new);margin:0 .35rem 0 0;vertical-align:-.1em}
@supports not selector(:has(*)){fieldset{display:none}}
body:has(#show-new:checked) :is(del,.deleted,.departure,.was-number,.note),
body:has(#show-old:checked) :is(ins,.inserted,.arrived .row,.arrived :is(h1,h2,h3,h4,h5,h6,table,pre),.note,
  .now-number){display:none}
body:has(#show-old:checked) .was{display:block}
body:has(#show-old:checked) .was-number{font-size:inherit;line-height:inherit}
body:has(:is(#show-old,#show-new):checked) :is(ins,del,.was-number,.inserted .number,.deleted .number){
  color:inherit;text-decoration:none}
body:has(:is(#show-old,#show-new):checked) :is(ins,del)::before,
body:has(:is(#show-old,#show-new):checked) :is(ins,del)::after{content:none}
body:has(:is(#show-old,#show-new):checked) .changed::before{content:none}
body:has(#only:checked) .kept{display:none}

@media (max-width:34rem){
body{padding:1.6rem 1.3rem 3rem}
h1{font-size:1.42rem}
.row{grid-template-columns:minmax(2.3rem,max-content) minmax(0,1fr)}
.level-1{margin-inline-start:1.1rem;grid-template-columns:minmax(2rem,max-content) minmax(0,1fr)}
.level-2{margin-inline-start:2.2rem;grid-template-columns:minmax(2rem,max-content) minmax(0,1fr)}
.level-3,.level-4{margin-inline-start:3.3rem;grid-template-columns:minmax(2rem,max-content) minmax(0,1fr)}
.changed::before{inset-inline-start:-.7rem}
.survey{padding:.9rem 1rem}
}
@page{size:A4;margin:24mm 25mm}
@media print{
:root{--ground:#fff;--ink:#000;--quiet:#555;--line:#bbb;--new:#0b4f9e;--old:#9a3b00;--tint:#f3f0e8;
  --agreed:#2f5d43}
html{font-size:11pt;line-height:1.4}
body{max-width:none;padding:0}
.skip,fieldset,.back{display:none}
p{orphans:2;widows:2}
.survey{break-inside:avoid}
a{color:inherit;text-decoration:none}
}
"""
