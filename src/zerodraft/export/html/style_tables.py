"""The look of a page that is one table: as wide as the window, in landscape on paper."""

TABLES = """
body{max-width:84rem}
header{max-width:46rem}
header h1{margin:.6rem 0 0}
.title{color:var(--ink);font-size:1.08rem;margin-top:.9rem}
main table{font:.8rem/1.45 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
main :is(th,td){min-width:4.2rem;padding-inline-end:1rem;overflow-wrap:break-word}
thead th{vertical-align:bottom;color:var(--quiet)}
tbody th{font-weight:600}
tbody tr:hover{background:var(--tint)}
tbody th{position:sticky;inset-inline-start:0;background:var(--ground);z-index:1}
.comments>.scroll:first-of-type{--column:5.6rem}
.comments>.scroll:first-of-type table{table-layout:fixed;min-width:72rem}
.comments>.scroll:first-of-type th{width:var(--column)}
.comments>.scroll:first-of-type :is(td,th){min-width:0;overflow-wrap:anywhere}
.comments>.scroll:first-of-type thead th:nth-child(2){width:8rem}
.comments>.scroll:first-of-type thead th:nth-child(3){width:3.8rem}
.comments>.scroll:first-of-type thead th:is(:nth-child(7),:nth-child(8)){width:auto}
.comments>.scroll:first-of-type thead th:nth-child(9){width:10rem}
.concordance td:nth-child(6){min-width:20rem}
.change{margin-top:.3rem}
.many td:not(:empty){min-width:11rem}
@media print{
body{page:wide}
main table{font-size:8pt}
main :is(th,td,.many td:not(:empty)){min-width:0;padding-inline-end:.5rem}
.comments>.scroll:first-of-type{--column:19mm}
.comments>.scroll:first-of-type table{min-width:0}
.comments>.scroll:first-of-type thead th:nth-child(2){width:22mm}
.comments>.scroll:first-of-type thead th:nth-child(3){width:14mm}
.comments>.scroll:first-of-type thead th:nth-child(9){width:30mm}
thead{display:table-header-group}
tbody th{position:static}
}
"""
