"""What the hints on tone look for, by language: regular expressions of whole words, the apostrophe as "'".

They hold what a writer may type in anger, not what a hateful one would: such a letter is not helped by a hint. What is
also said in honest letters is looked for only where it is said to or of those who read them: "you cowards" but not
"I felt like a coward", nor "he was shut up in a camp". A letter that tells what was done to someone may need hard words.
"""

from collections.abc import Mapping

_SAID_OF_EN = (
    r"(?:you(?: are|'re)?|(?:politicians|mps|members|senators|ministers) are|(?:the|this|our|your) government is|"
    r"(?:bunch|pack) of)(?: (?:all|both|just|really|simply|such|nothing but|but|an?|the|(?:a )?(?:bunch|pack) of))*"
)
_SAID_OF_FR = (
    r"(?:vous(?: êtes| n'êtes que)?|(?:les|nos) (?:politiciens|élus|députés|sénateurs|ministres) sont|"
    r"(?:le|ce|notre|votre) gouvernement est|bande de|espèces? de)"
    r"(?: (?:tous|toutes|vraiment|simplement|une?|des|de|bande de))*"
)

INSULTS: Mapping[str, str] = {
    "en": r"(?:corrupt|greedy|lying|fascist) (?:pigs?|swine|rats?|dogs?)|bastards?|assholes?|"
    r"scumbags?|piece of (?:shit|crap)|fuck\w*|idiots?|idiotic|imbeciles?|morons?|scum|spineless|shame on you|go to hell|screw you|"
    rf"{_SAID_OF_EN} (?:stupid|fools?|cowards?|cowardly|liars?|hypocrites?|traitors?|crooks?|clowns?|useless|"
    r"pathetic|worthless|joke|disgrace)",
    "fr": r"(?:sales?|gros(?:ses?)?) (?:porcs?|rats?|chiens?)|porcs? corrompus?|salauds?|salopes?|ordures?(?= |[.!,])|"
    r"connards?|connasses?|enfoirés?|idiot(?:e?s?)|imbéciles?|crétine?s?|abrutie?s?|tous pourris|honte à vous|allez au diable|"
    rf"{_SAID_OF_FR} (?:stupides?|lâches?|menteurs?|menteuses?|hypocrites?|traîtres?|escrocs?|clowns?|minables?|"
    r"nuls?|nulles?|incapables?|inutiles?|vendus?)",
}

THREATS: Mapping[str, str] = {
    "en": r"or else(?= ?[.!…]| ?$| you(?: will|'ll))|"
    r"(?:you will|you'll|you are going to|you're going to) (?:regret|pay for|be sorry(?! to))|"
    r"you(?: have|'ve) been warned|watch your back|you(?:'ll| will) get what(?:'s| is) coming|"
    r"(?:i|we)(?: will|'ll| am going to|'m going to|'re going to| are going to) (?:find|get|hunt|come (?:for|after)|destroy|ruin) you|"
    r"(?:i|we)(?: will|'ll) (?:hunt you down|make you (?:suffer|pay|regret))|(?:i|we) know where you (?:live|work)|"
    r"(?:i|we)(?: will|'ll| am going to| are going to) (?:kill|hurt|punish) you|"
    r"you (?:should|deserve to) (?:die|hang|be (?:shot|hanged|killed))",
    "fr": r"(?:je|on|nous) (?:te|vous) (?:retrouverai?|retrouverons|retrouvera)|"
    r"(?:je vais|on va|nous allons) (?:te|vous) (?:retrouver|avoir|détruire)|tu (?:vas (?:payer|le regretter)|le paieras)|"
    r"sinon(?= ?[.!…]| ?$| vous (?:allez|le|serez))|vous (?:le )?regretterez|vous (?:le|me le) paierez|"
    r"vous allez (?:le |me le )?(?:regretter|payer)|vous (?:êtes|voilà) prévenue?s?|gare à vous|"
    r"(?:je sais|on sait|nous savons) où vous (?:habitez|travaillez)|"
    r"(?:je vais|on va|nous allons) vous (?:tuer|frapper|punir)|vous méritez (?:de mourir|la mort)",
}

# Blame of a whole people whose government is written about; what was done to them is said freely.
PEOPLES: Mapping[str, str] = {
    "en": r"(?:(?:the|all|these|those|you) (?:chinese|russians|iranians|north koreans)(?: people)?|"
    r"(?:chinese|russian|iranian|north korean) people) "
    r"(?:are|were|kill|killed|steal|lie|want|always|never|all|cannot be|can't be|(?:don't|do not) care|"
    r"have (?:always|never|killed|stolen|no))\b"
    r"(?! (?:also |all |too |themselves )*"
    r"(?:victims?|suffer\w*|afraid|denied|detained|persecuted|imprisoned|told|being|been|not|to be|freedom))",
    "fr": r"(?:les|ces|tous les|vous les) (?:chinois|russes|iraniens|nord-coréens) "
    r"(?:sont|étaient|tuent|volent|mentent|veulent|ne respectent|n'ont (?:aucune?|pas de)|"
    r"se (?:moquent|fichent)|ont (?:toujours|tué|volé))\b"
    r"(?! (?:aussi |tous |eux-mêmes |eux aussi )*"
    r"(?:victimes?|détenus|persécutés|emprisonnés|privés|nombreux|libres|être|pas|liberté))",
}

SUBJECTS: Mapping[str, str] = {
    "en": r"on an(?:other| unrelated) (?:subject|topic|note|matter|issue)|"
    r"on a (?:completely |totally |very )?different (?:subject|topic|note|matter|issue)|"
    r"(?:while|since|now that) i have your attention|(?:while|since) i(?: am|'m) at it|"
    r"(?:to change|changing) the subject|also, about the",
    "fr": r"(?:sur |à propos d'|au sujet d'|aborder |(?:parler |parle )d')un (?:tout )?autre (?:sujet|dossier|problème)|"
    r"un (?:tout )?autre sujet me|(?:pendant|tant) que j'y suis|puisque j'y suis|"
    r"(?:pendant|puisque|maintenant) (?:que )?j'ai votre attention|"
    r"(?:cela|ça) n'a rien à voir, mais|dans un (?:tout )?autre ordre d'idées|pour changer de sujet",
}

_ACRONYMS = (
    "AUKUS BRICS CITES COVID CUSMA ETAC INTERPOL NAFTA NASA NATO OECD OHCHR SARS UFLPA UNESCO UNHCR UNICEF USMCA "
    "ACEUM ALENA HCDH OCDE ONU OTAN SRAS VIH"
)
ACRONYMS = frozenset(_ACRONYMS.split())
"""Words in capitals that shout nothing; shorter ones are taken for acronyms anyway."""
