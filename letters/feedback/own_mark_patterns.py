"""What the marks on own words look for, by language: regular expressions, the apostrophe as "'"."""

from collections.abc import Mapping

from representatives import Chamber

MACHINE: Mapping[str, str] = {
    "en": r"\bas an? (?:ai|artificial intelligence|(?:large )?language model)\b|"
    r"\bi hope this (?:letter|e-?mail|message) finds you (?:well|in good)\b|"
    r"\b(?:certainly|sure|of course)! here(?:'s| is)\b|\bhere(?:'s| is) (?:a|the|your) (?:draft|revised|polished|rewritten)\b|"
    r"\[(?:your|insert|name|date|city|address|constituency|representative)[^\]\n]{0,40}\]|"
    r"\blet me know if you(?:'d| would) like (?:me to|any changes|to adjust)\b|\bdelv(?:e|es|ing) into\b|"
    r"\bstands? as a testament to\b|\bin today's (?:fast-paced|interconnected|globali[sz]ed) world\b|"
    r"\bit is (?:important|crucial|worth) (?:to note|noting) that\b|\bunwavering (?:commitment|dedication)\b",
    "fr": r"\ben tant qu(?:e modèle de langage|'ia|'intelligence artificielle)\b|"
    r"\bj'espère que (?:cette lettre|ce message|ce courriel) vous trouve\b|"
    r"\b(?:bien sûr|certainement) ?! voici\b|\bvoici (?:un projet|une version|une proposition) (?:de lettre|révisée?|améliorée)\b|"
    r"\[(?:votre|vos|insére[rz]|nom|date|ville|adresse|circonscription)[^\]\n]{0,40}\]|"
    r"\bn'hésitez pas à me dire si vous (?:souhaitez|voulez) (?:que je|des modifications)\b|"
    r"\bdans (?:le|un) monde (?:d'aujourd'hui|interconnecté)\b|\bil est (?:important|crucial|essentiel) de (?:noter|souligner) que\b|"
    r"\bengagement (?:indéfectible|inébranlable)\b|\btémoigne de manière éloquente\b",
}

TITLES = r"(?:mr|mrs|ms|miss|dr|hon|senator|m|mme|mlle|monsieur|madame|sénateur|sénatrice|député|députée|dear|bonjour|cher|chère)\.?"
"""What stands before a name where somebody is spoken to or of."""

# What is said to those who sit in a chamber, and nobody else.
_LOWER_EN = (
    r"(?:(?:speak|rise|raise (?:this|it)|ask|stand up|vote) in the house(?: of (?:commons|representatives))?|"
    r"as my (?:mp|member(?: of (?:parliament|congress))?|representative|congress(?:man|woman|member))|dear (?:mp|member))"
)
_LOWER_FR = (
    r"(?:(?:prendre la parole|parler|intervenir|voter|demander) (?:à|en) (?:la )?chambre(?: des communes)?|"
    r"en tant que (?:député|députée|ma députée|mon député))"
)
CHAMBERS: Mapping[str, Mapping[Chamber, str]] = {
    "en": {
        Chamber.COMMONS: _LOWER_EN,
        Chamber.HOUSE: _LOWER_EN,
        Chamber.SENATE: r"(?:(?:speak|rise|raise (?:this|it)|ask|stand up|vote) in the senate|as my senator|dear senator)",
    },
    "fr": {
        Chamber.COMMONS: _LOWER_FR,
        Chamber.HOUSE: _LOWER_FR,
        Chamber.SENATE: r"(?:(?:prendre la parole|parler|intervenir|voter|demander) au sénat|en tant que (?:sénateur|sénatrice))",
    },
}
