"""The Word file that letters are put into: nothing in it comes from a library's template.

It has one style, no theme and no language of its own. Parts and their order: ECMA-376, part 1, 11.3 and 17.7.
"""

import io

from letters.outputs.zip_archive import pack

FONT = "Times New Roman"
"""A serif that Word and Pages have; where it is absent, layout.py keeps every place on the sheet all the same."""
_OPEN = "http://schemas.openxmlformats.org"
_WORD = f'xmlns:w="{_OPEN}/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{_OPEN}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{_OPEN}/package/2006/relationships">
<Relationship Id="rId1" Type="{_OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_OPEN}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>""",
    "docProps/core.xml": f"""<cp:coreProperties xmlns:cp="{_OPEN}/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>""",
    "word/_rels/document.xml.rels": f"""<Relationships xmlns="{_OPEN}/package/2006/relationships">
<Relationship Id="rId1" Type="{_OPEN}/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OPEN}/officeDocument/2006/relationships/settings" Target="settings.xml"/>
</Relationships>""",
    "word/document.xml": f"""<w:document {_WORD}><w:body><w:sectPr>
<w:pgSz w:w="0" w:h="0"/><w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0" w:header="0" w:footer="0" w:gutter="0"/>
</w:sectPr></w:body></w:document>""",
    # Mode 15 is Word of 2013 and later, which otherwise lays a file out as Word of 2007 did.
    "word/settings.xml": f"""<w:settings {_WORD}><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat></w:settings>""",
    "word/styles.xml": f"""<w:styles {_WORD}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="LANGUAGE"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/><w:sz w:val="22"/></w:rPr>
</w:style></w:styles>""",
}


def empty_file(language: str) -> io.BytesIO:
    """A Word file without a word, in that language."""
    parts = {name: _HEAD + text.replace("LANGUAGE", language) for name, text in _PARTS.items()}
    return io.BytesIO(pack((name, text.encode("utf-8")) for name, text in parts.items()))
