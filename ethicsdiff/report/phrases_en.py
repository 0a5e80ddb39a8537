"""English phrases of a report; variants of a counted phrase (one | other) are divided by a bar."""

from __future__ import annotations

from ethicsdiff.report.collect_en import COLLECT
from ethicsdiff.report.concordance_en import CONCORDANCE
from ethicsdiff.report.desk_en import DESK
from ethicsdiff.report.labels_en import LABELS
from ethicsdiff.report.opinion_en import OPINION
from ethicsdiff.report.reading_en import READING
from ethicsdiff.report.review_en import REVIEW
from ethicsdiff.report.terms_en import TERMS

PHRASES: dict[str, str] = COLLECT | LABELS | CONCORDANCE | OPINION | READING | REVIEW | DESK | TERMS | {
    # title and scope
    "report.title": "Comparison of a draft with international standards",
    "report.subtitle": "Draft: {draft}. Standards: {standards}",
    "report.machine_note": "This report was prepared automatically. Each line is a proposal for a person to "
    "confirm, correct or reject; the report is not an official opinion.",
    "report.machine_note.reviewed": "This report was prepared automatically. Lines on which a person has decided "
    "say so; each other line is a proposal for a person to confirm, correct or reject. The report is not an "
    "official opinion.",
    "standard.name": "{short} ({edition})",
    "standard.full": "{title} (edition: {edition})",
    "scope.draft": "Text compared: file {file} (language: {languages}; provisions with text: {count}).",
    "scope.standards": "Standards: {standards}.",
    "scope.statements": "The clauses of the standards are given in this tool's own wording, not in the words of the "
    "instruments. Any citation should be checked against the official text before it is used.",
    "scope.threshold": "A clause is proposed where the estimated probability is at least {percent}%; less probable "
    "matches are not shown.",
    "scope.gap": "The mark “gap” means only that no provision was found for a clause; whether the draft needs one "
    "depends on its purpose.",
    "scope.encoder": "Meaning was compared with the language model {encoder}, together with shared words and terms.",
    "scope.no_encoder": "The language model that compares meaning was not available: only wording and terms, within the language of the draft, "
    "were compared. The results are therefore weaker, and each line should be checked with more care.",
    "remark.themes": "Only themes of this standard are known here, so neither coverage nor gaps nor contradictions "
    "are stated. Themes touched: {touched} of {total}. The official text is imported with the command {command}.",
    "command.import": "ethicsdiff standards import {standard} FILE",
    # findings
    "quote": "“{text}”",
    "fallback": "[language: {language}] {text}",
    "clause": "{citation} — {title}",
    "headline": "{relation}: {clause}",
    "headline.part": "{relation}: {clause} (under {parent})",
    "headline.weak": "{headline} — to check",
    "modality.words": "{modality}: {words}",
    "reason.same-direction": "The provision ({modality}) points in the same direction as the clause ({duty}).",
    "reason.same-direction.plain": "The provision points in the same direction as the clause.",
    "reason.exemplar-relation": "The wording resembles model texts whose assessment is known: {relation}.",
    "reason.exemplar-relation.plain": "The wording resembles model texts whose assessment is known.",
    "reason.softer-modality": "The words {words} are softer than what the clause lays down ({duty}).",
    "reason.softer-modality.plain": "The wording is softer than what the clause lays down.",
    "reason.stricter-modality": "The words {words} are stricter than what the clause lays down.",
    "reason.stricter-modality.plain": "The wording is stricter than what the clause lays down.",
    "reason.permits-forbidden": "The provision permits ({words}) what the clause forbids or excludes.",
    "reason.permits-forbidden.plain": "The provision permits what the clause forbids or excludes.",
    "reason.forbids-permitted": "The provision forbids ({words}) what the clause permits.",
    "reason.forbids-permitted.plain": "The provision forbids what the clause permits.",
    "reason.exempts": "The provision exempts ({words}) from what the clause requires.",
    "reason.exempts.plain": "The provision exempts from what the clause requires.",
    "reason.exception": "An exception ({words}) narrows what the clause requires.",
    "reason.exception.plain": "An exception narrows what the clause requires.",
    "reason.missing-elements": "No counterpart was found for these parts of the clause: {elements}.",
    "reason.missing-elements.plain": "No counterpart was found for some parts of the clause.",
    "reason.cites-clause": "The provision itself cites this clause.",
    "reason.no-modality": "No words of duty, ban or permission were found; the assessment rests on the content alone.",
    "reason.opposite-meaning": "The wording resembles texts whose meaning is opposed to the clause.",
    "reason.stricter-meaning": "The wording resembles texts that are stricter than the clause.",
    "reason.weaker-meaning": "The wording resembles texts that are weaker than the clause.",
    "reason.unclear-meaning": "The wording is close to texts that meet the clause and to some that contradict it; it has to be read.",
    "reason.partial-meaning": "The wording resembles texts that render only part of the clause.",
    "reason.other-addressee": "The provision speaks of {words}, the clause of judges in office.",
    "reason.other-addressee.plain": "The provision speaks of other people than the clause, which addresses judges in office.",
    "reason.other-number": "The provision says {words}, the clause {number}.",
    "reason.other-number.plain": "The provision sets another number than the clause.",
    "reason.theme": "Only themes of this standard are known here, so nothing is concluded about conformity.",
    "reason.human": "The relation was set by a person; the automatic proposal was: {relation}.",
    "reason.weak": "The sign is weak: the conclusion needs checking.",
    "look.partial": "The provision could be supplemented with: {elements}.",
    "look.partial.plain": "It could be considered whether the provision should reflect the clause in full.",
    "look.weaker": "The provision should be worded no less firmly than the clause of the standard.",
    "look.stricter": "It may be considered whether the stricter rule is intended and necessary.",
    "look.contradicts": "The provision needs to be reconsidered: on a preliminary assessment it contradicts the "
    "clause of the standard.",
    "confidence.proposed": "Automatic proposal; confidence is {band} ({percent}%).",
    "confidence.confirmed": "Confirmed by a person (automatic estimate: {percent}%).",
    "confidence.recheck": "Confirmed earlier, but the text has changed since: it needs to be checked again "
    "(automatic estimate: {percent}%).",
    "confidence.orphaned": "Confirmed earlier, but its place in the text was not found again (automatic estimate: "
    "{percent}%).",
    "confidence.conflict": "Decisions of reviewers differ: they need to be reconciled (automatic estimate: "
    "{percent}%).",
    "confidence.signals": "What speaks for it: {signals}.",
    "signal.head": "overall likeness to model wordings of the clause",
    "signal.exemplars": "likeness to single model wordings of the clause",
    "signal.wording": "shared wording",
    "signal.terms": "shared terms",
    "signal.terms.words": "shared words and terms ({words})",
    "signal.lesson": "a reviewer’s decision on a very similar provision",
    "signal.cites": "a citation of the clause in the draft itself",
    "row.additional": "No clause of the standards compared was found for this provision. This is not an error: a "
    "draft may also settle what the standards do not speak of.",
    # how far statements were checked
    "provenance.verified": "The statement is in our own words; its content was checked against the official text.",
    "provenance.two-sources": "The statement is in our own words; its content was checked against two published "
    "sources, not against the official text.",
    "provenance.one-source": "The statement is in our own words; its content was checked against one published "
    "source, not against the official text.",
    "provenance.recalled-fair": "The statement is in our own words and comes from general knowledge of the "
    "instrument, held to be fairly reliable; it has NOT YET been checked against the text.",
    "provenance.recalled": "The statement is in our own words and comes from general knowledge of the instrument; "
    "it has NOT YET been checked against the text.",
    "provenance.theme-only": "Only the theme is known; what the instrument asks for under it has not been established.",
    "provenance.line": "{standard}. Statements in our own words: {total}; {parts}. {official}",
    "provenance.count.verified": "checked against the official text: {count}",
    "provenance.count.two-sources": "checked against two published sources: {count}",
    "provenance.count.one-source": "checked against one published source: {count}",
    "provenance.count.unchecked": "not yet checked: {count}",
    "provenance.count.theme-only": "only the theme known: {count}",
    "provenance.no_official": "The official text has not been imported.",
    "provenance.official": "The official text has been imported for this number of clauses: {count}.",
    "provenance.official_itself": "The text is the official one itself, as it was imported.",
    "provenance.line.official": "{standard}. Clauses that are the imported official text itself: {total}. {official}",
    "provenance.files": "Imported from: {files}.",
    "provenance.file": "{file} ({language}, {date})",
    "provenance.agreeing": "Compared with the official text and in agreement with it: {clauses}.",
    "provenance.resting": "Resting on our own statements, not in agreement or not compared with the official "
    "text: {clauses}.",
    # matrix
    "matrix.alignments": "{count} alignment|{count} alignments",
    "matrix.cell": "{group}; {chapter}: {alignments}, the weakest: {relation}.",
    "matrix.empty": "{group}; {chapter}: no alignments.",
    # recommendations
    "paragraphs.one": "para. {n}",
    "paragraphs.several": "paras. {n}",
    "rec.contradicted.one": "{places}: the provision needs to be reconsidered; on a preliminary assessment it "
    "contradicts a clause of the standard ({clause}).",
    "rec.contradicted.several": "{places}: the provisions need to be reconsidered; on a preliminary assessment they "
    "contradict a clause of the standard ({clause}).",
    "rec.weaker.one": "{places}: the provision should be strengthened so that it is no weaker than the clause of "
    "the standard ({clause}).",
    "rec.weaker.several": "{places}: the provisions should be strengthened so that they are no weaker than the "
    "clause of the standard ({clause}).",
    "rec.partial.one": "{places}: the provision would benefit from reflecting the clause of the standard more fully "
    "({clause}).",
    "rec.partial.several": "{places}: the provisions would benefit from reflecting the clause of the standard more "
    "fully ({clause}).",
    "rec.partial.elements": "No counterpart was found for: {elements}.",
    "rec.gap": "It may be considered whether to supplement the draft on “{group}” ({standard}), where this falls "
    "within its purpose. No provision was found for {clauses}: {titles}.",
    "rec.gap.clauses": "{count} clause|{count} clauses",
    # notices
    "notice.warning": "Attention: {text}",
    "notice.at": "{text} ({places}).",
    "notice.block": "paragraph {n} of the file",
    "notice.line": "line {n} of the file",
    "notice.page": "page {n}",
    "notice.more": "{places} and {count} more place|{places} and {count} more places",
    "notice.unknown": "Something of the file was noted that has no description here (code {code}).",
    "notice.orphaned": "A decision no longer finds its place in the text: {clause}.",
    "notice.docx.deletions-left-out": "Passages deleted with changes tracked were left out: {count}.",
    "notice.docx.insertions-read": "Passages inserted with changes tracked were read as accepted: {count}.",
    "notice.docx.moves": "Passages moved with changes tracked were read in their new place: {count}.",
    "notice.docx.text-boxes": "Paragraphs in text boxes were read where the box is anchored: {count}.",
    "notice.docx.formulas": "Formulas were read as plain text, without their layout: {count}.",
    "notice.docx.symbols": "Symbols of special fonts could not be read and are shown as □: {count}.",
    "notice.docx.altchunk": "Other files placed in the document were not read: {count}.",
    "notice.docx.objects": "Embedded objects were not read: {count}.",
    "notice.docx.merged-cell-text": "Paragraphs that merged cells of tables hide were read nevertheless: {count}.",
    "notice.docx.field-numbers": "Numbers that the word processor computes in fields were not read: {count}.",
    "notice.docx.notes-missing": "References to notes whose text is not in the file: {count}.",
    "notice.docx.number-format": "A number format that is not supported ({format}) is shown in ordinary digits.",
    "notice.docx.hidden-text": "Paragraphs with hidden text were read: {count}.",
    "notice.docx.macros": "The file contains macros; they were not run.",
    "notice.docx.signed": "The file carries a digital signature; it does not hold for a changed copy.",
    "notice.docx.protected": "The file is protected against editing.",
    "notice.docx.tracking-on": "The tracking of changes is switched on in the file.",
    "notice.docx.comments-present": "The file already contains comments: {count}.",
    "notice.docx.comment-limit": "Only the provisions with the gravest findings got a comment: {limit}; provisions "
    "left without: {left_out}.",
    "notice.docx.made-from-text": "The draft is not a Word file; a document was made from its text, without its "
    "layout.",
    "notice.docx.comments-moved": "Comments that stand beside their place, because none can stand in it: {count}.",
    "notice.docx.comments-unplaced": "Comments for which no place was found in the document: {count}.",
    "notice.docx.threads-kept": "Comments of an earlier comparison with replies or marked as resolved were kept: "
    "{count}.",
    "notice.encoder.no-weights": "The language model is not installed.",
    "notice.encoder.bad-weights": "The file of the language model is damaged or of another version, so it was not "
    "used.",
    "notice.encoder.no-runtime": "A program that the language model needs is not installed or does not start.",
    "notice.encoder.no-cpu": "The language model gives wrong results on this computer, so it was not used.",
    "notice.encoder.other-model": "The language model is not the one that the tool was fitted with, so it was not "
    "used.",
    "notice.markdown.tags-left-out": "Markup tags were left out: {count}.",
    "notice.markdown.references-left-out": "Definitions of link addresses were left out: {count}.",
    "notice.draft.contents-skipped": "The table of contents was not compared.",
    "notice.pdf.no-office": "No {format} was made, because {program} is not installed; the other documents were written.",
    "notice.pdf.failed": "{program} could not make a {format} of: {files}; the other documents were written.",
    # the comment on the title, the one-screen summary
    "summary.compared": "Draft compared: {draft}. Provisions: {provisions}; with a clause proposed: {aligned}.",
    "summary.reply": "To answer, reply to a comment in the document: agree, correct or reject, with the reason.",
    "summary.figure": "{label}: {value}",
    "summary.standard": "{standard}: {text}.",
    "summary.themes": "{standard}: only themes are known; themes touched: {touched} of {total}.",
}
