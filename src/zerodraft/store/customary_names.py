"""What countries and groups are called at conferences, where CLDR says it otherwise.

CLDR gives the common name (“South Korea”, “Vietnam”); on a name plate stands the name that the
country uses at the United Nations. A workspace's `delegations.toml` has the last word.
"""

from zerodraft.core.negotiation.delegation import Group

NAMES = {
    ("BRN", "en"): "Brunei Darussalam",
    ("BRN", "id"): "Brunei Darussalam",
    ("CIV", "en"): "Côte d’Ivoire",
    ("COD", "en"): "Democratic Republic of the Congo",
    ("COD", "id"): "Republik Demokratik Kongo",
    ("COG", "en"): "Congo",
    ("COG", "id"): "Kongo",
    ("CPV", "en"): "Cabo Verde",
    ("GBR", "id"): "Inggris",
    ("KOR", "en"): "Republic of Korea",
    ("KOR", "id"): "Republik Korea",
    ("LAO", "en"): "Lao PDR",
    ("LAO", "id"): "Laos",
    ("MDA", "en"): "Republic of Moldova",
    ("MMR", "en"): "Myanmar",
    ("MMR", "id"): "Myanmar",
    ("PRK", "en"): "DPR Korea",
    ("PRK", "id"): "RRD Korea",
    ("PSE", "en"): "State of Palestine",
    ("PSE", "id"): "Palestina",
    ("RUS", "en"): "Russian Federation",
    ("SYR", "en"): "Syrian Arab Republic",
    ("TZA", "en"): "United Republic of Tanzania",
    ("VNM", "en"): "Viet Nam",
    ("VNM", "id"): "Viet Nam",
}

# Both languages in one list: a comment in English may well say “Jepang”.
ALIASES = {
    "ARE": ("UAE", "Emirates", "PEA", "Uni Emirat Arab"),
    "AUS": ("Commonwealth of Australia",),
    "BOL": ("Plurinational State of Bolivia", "Bolivia, Plurinational State of"),
    "BRN": ("Brunei",),
    "CHN": ("PRC", "PR China", "RRT", "Tiongkok", "Republik Rakyat Tiongkok", "People's Republic of China"),
    "CIV": ("Ivory Coast", "Pantai Gading"),
    "COD": ("DRC", "DR Congo", "RDK", "Congo-Kinshasa"),
    "COG": ("Republic of the Congo", "Congo-Brazzaville"),
    "CPV": ("Cape Verde", "Tanjung Verde"),
    "CZE": ("Czech Republic", "Ceko", "Republik Ceko"),
    "DEU": ("Federal Republic of Germany", "Jerman"),
    "EGY": ("Arab Republic of Egypt", "Mesir"),
    "FSM": ("Federated States of Micronesia", "Micronesia", "Mikronesia"),
    "GBR": ("UK", "U.K.", "Britain", "Great Britain", "Inggris", "Britania Raya",
            "United Kingdom of Great Britain and Northern Ireland"),
    "IDN": ("RI", "Republik Indonesia", "Republic of Indonesia"),
    "IND": ("Republic of India",),
    "IRN": ("Islamic Republic of Iran", "Iran, Islamic Republic of", "Iran (Islamic Republic of)"),
    "JPN": ("Nippon", "Jepang"),
    "KHM": ("Kingdom of Cambodia", "Kamboja"),
    "KOR": ("ROK", "South Korea", "Korea Selatan", "Korsel", "Korea, Republic of", "Rep. of Korea"),
    "LAO": ("Laos", "Lao People's Democratic Republic", "LPDR", "Republik Demokratik Rakyat Laos"),
    "MDA": ("Moldova",),
    "MKD": ("The former Yugoslav Republic of Macedonia", "Macedonia"),
    "MMR": ("Burma",),
    "NLD": ("Netherlands", "The Netherlands", "Kingdom of the Netherlands", "Holland", "Belanda"),
    "NZL": ("Aotearoa New Zealand", "Selandia Baru"),
    "PHL": ("Republic of the Philippines", "The Philippines", "Filipina"),
    "PRK": ("DPRK", "Democratic People's Republic of Korea", "Republik Rakyat Demokratik Korea", "RRDK"),
    "PSE": ("Palestine", "Palestina"),
    "RUS": ("Russia", "Federasi Rusia"),
    "SAU": ("KSA", "Kingdom of Saudi Arabia", "Arab Saudi"),
    "SWZ": ("Swaziland",),
    "SYR": ("Syria", "Suriah"),
    "TLS": ("East Timor", "Timor Leste"),
    "TUR": ("Turkey", "Turkiye", "Turki"),
    "TZA": ("Tanzania",),
    "USA": ("US", "U.S.", "U.S.A.", "United States of America", "America", "Amerika Serikat"),
    "VAT": ("Holy See", "Takhta Suci"),
    "VEN": ("Bolivarian Republic of Venezuela", "Venezuela, Bolivarian Republic of"),
    "VNM": ("Vietnam", "Socialist Republic of Viet Nam"),
    "ZAF": ("RSA", "Republic of South Africa", "Afrika Selatan"),
}  # fmt: skip

# Members of ASEAN as in the years 2018 to 2021, of the EU since 2020. The 134 members of the Group
# of 77 are left to the workspace: a text is negotiated by those who are in the room.
GROUPS = (
    Group(
        "ASEAN",
        "ASEAN",
        ("BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"),
        ("Association of Southeast Asian Nations", "Perhimpunan Bangsa-Bangsa Asia Tenggara"),
    ),
    Group(
        "EU",
        "EU",
        (
            *("AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST"),
            *("FIN", "FRA", "GRC", "HRV", "HUN", "IRL", "ITA", "LTU", "LUX"),
            *("LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE"),
        ),
        ("European Union", "Uni Eropa", "EU and its member States"),
    ),
    Group("G77", "G77", (), ("Group of 77", "Group of 77 and China", "G77 and China", "Kelompok 77")),
)
