"""The look of a redline: what is marked, and how the fields above the text show and hide it."""

from zerodraft.export.labels import ENGLISH, INDONESIAN, Labels


def _spoken(labels: Labels) -> str:
    """What a screen reader says around a mark. In the style, so that copied text stays the text."""
    page = f".in-{labels.language}"
    return (
        f'{page} ins::before{{content:" [{labels.insertion}" var(--by,"") ": "}}\n'
        f'{page} ins::after{{content:" {labels.insertion_end}] "}}\n'
        f'{page} del::before{{content:" [{labels.deletion}" var(--by,"") ": "}}\n'
        f'{page} del::after{{content:" {labels.deletion_end}] "}}\n'
    )


# Inserted words are blue and underlined, deleted ones orange and struck through: these two colours
# stay apart for colour-blind readers, and each has a second sign that survives black and white.
MARKS = (
    """
ins{color:var(--new);text-decoration:underline;text-decoration-thickness:.08em;text-underline-offset:.16em}
del{color:var(--old);text-decoration:line-through;text-decoration-thickness:.08em}
ins::before,ins::after,del::before,del::after{position:absolute;width:1px;height:1px;overflow:hidden;
  clip-path:inset(50%);white-space:nowrap;user-select:none}
ins,del{position:relative}
"""
    + _spoken(ENGLISH)
    + _spoken(INDONESIAN)
)

CONTROLS = """
html{scroll-padding-top:7rem}
.controls,.legend{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;font-size:.8rem;
  color:var(--quiet)}
.legend{margin:0;padding:0;list-style:none}
.legend li{margin:.1rem 0}
.controls{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem 1.6rem;background:var(--ground);
  border-bottom:1px solid var(--line);padding:.6rem 1.2rem;margin:0 -1.2rem 2rem}
@media (min-height:40rem) and (min-width:48rem){.controls{position:sticky;top:0;z-index:2}}
fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.25rem 1.2rem;min-width:0}
legend{float:inline-start;margin-inline-end:1.2rem;padding:0}
label{cursor:pointer;color:var(--ink)}
input{accent-color:var(--new);margin:0 .35rem 0 0;vertical-align:-.1em}
.choice{max-width:100%}
select{font:inherit;color:var(--ink);background:var(--tint);border:1px solid var(--quiet);border-radius:.25rem;
  padding:.15rem .3rem;max-width:min(22rem,100%)}
@supports not selector(:has(*)){.controls{display:none}}
body:has(#only:checked) .kept{display:none}
@media print{
.controls{display:none;border:0}
body:has(:is(#show-new,#show-old,#only):checked,:is(#by,#part)>option:not(:first-child):checked) .controls{
  display:flex;position:static}
.controls label:has(input:not(:checked)),.choice:has(option:first-child:checked){display:none}
select{appearance:none;border:0;background:none;font-weight:600}
}
"""

REDLINE = (
    MARKS
    + CONTROLS
    + """:is(.in-en,.in-id) :is(ins,del)[class]:is(:hover,:focus)::before{content:var(--who);width:max-content;
  height:auto;max-width:16rem;clip-path:none;white-space:normal;z-index:3;
  inset-block-end:calc(100% + .2rem);inset-inline-start:0;
  padding:.15rem .5rem;border-radius:.25rem;background:var(--ink);color:var(--ground);
  font:.78rem/1.4 system-ui,sans-serif;text-indent:0}
header h1{margin:1.4rem 0 0}
.changed{position:relative}
.changed::before{content:"";position:absolute;inset-block:.1rem;inset-inline-start:-1rem;
  border-inline-start:3px solid var(--quiet)}
.inserted .number{color:var(--new)}
.deleted .number{color:var(--old);text-decoration:line-through}
.note,.survey,.empty{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;
  font-size:.8rem;color:var(--quiet)}
.note{line-height:1.5;margin-bottom:.1rem}
.survey a,.note a{color:inherit;text-decoration:underline;text-decoration-color:var(--line)}
.survey a:hover,.note a:hover{color:var(--ink);text-decoration-color:currentColor}
.survey s{text-decoration:none}.survey s a{text-decoration:line-through;text-decoration-color:currentColor}
.doctitle{font-size:1.5rem;line-height:1.3;margin-top:0}
.was-number{display:block;font-size:.74em;line-height:1.2;color:var(--old);text-decoration:line-through}
.words,.number{line-height:1.55}
.was,.empty{display:none}
.part{content-visibility:auto;contain-intrinsic-block-size:auto 90rem;margin-inline:-1.2rem;padding-inline:1.2rem}
.survey{border:1px solid var(--line);border-radius:.3rem;padding:1.1rem 1.3rem;margin:0 0 1.2rem;line-height:1.5}
.survey h2{font:inherit;font-weight:600;font-size:.95rem;color:var(--ink);margin:0 0 .35rem}
.survey table{font-size:inherit;font-variant-numeric:tabular-nums}
.survey td:not(:first-child),.survey th:not(:first-child){text-align:end;padding-inline:.5rem 0}
.survey tbody th{font-weight:normal;color:var(--ink);min-width:11rem}
.survey thead th{font-weight:normal;vertical-align:bottom;line-height:1.25}
.survey tfoot th,.survey tfoot td{font-weight:600;color:var(--ink);border-bottom:0}
.survey .places{display:block;font-size:.94em}
body:has(#show-new:checked) :is(del,.deleted,.departure,.was-number,.note),
body:has(#show-old:checked) :is(ins,.inserted,.arrived .row,.arrived :is(h1,h2,h3,h4,h5,h6,table,pre),.note,
  .now-number){display:none}
body:has(#show-old:checked) .was{display:block}
body:has(#show-old:checked) .was-number{font-size:inherit;line-height:inherit}
body:has(:is(#show-old,#show-new):checked) :is(ins,del,.was-number,.inserted .number,.deleted .number){
  color:inherit;text-decoration:none}
body:has(:is(#show-old,#show-new):checked) :is(ins,del):is(ins,del)::before,
body:has(:is(#show-old,#show-new):checked) :is(ins,del)::after{content:none}
body:has(:is(#show-old,#show-new):checked) .changed::before{content:none}
@media (max-width:34rem){
.changed::before{inset-inline-start:-.7rem}
.survey{padding:.9rem 1rem}
}
@media print{
.survey{break-inside:avoid}
.tab{display:none}
}
"""
)
