"""What a campaigner has on one page of notes, with the slips of somebody who has never made a campaign."""

_FACTS = (
    "In June 2025 the ministry reported that bacteria in the Mill River were above the limit on 41 days. [1]"
)
NOTES = {
    "title": "Clean water for the Mill River",
    "teaser": "The Mill River was closed to swimmers again last summer. Ask for a public plan.",
    "source/0/publisher": "Ministry of the Environment",
    "source/0/title": "Mill River monitoring report 2025",
    "source/0/url": "www.example.org/mill-river-2025",
    "source/0/date": "12 June 2025",
    "source/1/publisher": "The River Gazette",
    "source/1/title": "Company denies spills",
    "source/1/url": "https://news.example.org/spills",
    "source/1/date": "2025-08",
    "Summary/0/text": "The ministry’s report says that bacteria were above the limit on 41 days.",
    "Summary/1/text": "The paper company denies that it spilled any. [2]",
    "Summary/2/text": "The law of 2012 requires companies to report spills within a day. [1]",
    "Request/first/Title": "Publish a plan for the river",
    "Request/first/Lead/0": "Please ask the Minister of the Environment to publish, before next summer, a plan that says "
    "who will bring the river below the limit, by when and at whose cost, and to report on it every year.",
    "Request/first/Question/0": "Will you ask the minister for a public plan before next summer",
    "Letter/commons/Core/0/0": _FACTS,
}
"""By field."""
MENDED = {
    "Summary/0/text": f"{NOTES['Summary/0/text']} [1]",
    "Request/first/Lead/0": "Please ask the minister to publish a plan before next summer: who must do what, and by when.",
    "Request/first/Question/0": f"{NOTES['Request/first/Question/0']}?",
}
"""What is typed anew once the check has been read."""
