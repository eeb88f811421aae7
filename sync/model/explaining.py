"""A result explains itself in one sentence, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sync.model.motion import Motion
from sync.model.result import Result
from sync.model.rules import Base, Form, Threshold

_BASE_VI = {
    Base.TOTAL: "tổng số đại biểu",
    Base.PRESENT: "số có mặt",
    Base.CAST: "số phiếu thu về",
    Base.VALID: "số phiếu hợp lệ",
}
_BASE_EN = {
    Base.TOTAL: "all delegates",
    Base.PRESENT: "those present",
    Base.CAST: "ballots cast",
    Base.VALID: "valid ballots",
}


def sentences(motion: Motion, result: Result) -> Result:
    """The result with both sentences."""
    if result.quorum is False:
        vi, en = _no_quorum(result)
    elif motion.rule.form is Form.EACH:
        vi, en = _candidates(motion, result)
    elif motion.rule.threshold is not None:
        vi, en = _verdict(motion, result, motion.rule.threshold)
    elif motion.rule.flags:
        vi, en = _counts(motion, result)
    else:
        vi, en = _poll(motion, result)
    up = [flag for flag in motion.rule.flags if flag.id in result.flags]
    return replace(
        result,
        sentence_vi=" ".join([vi, *(f"{flag.title}." for flag in up)]),
        sentence_en=" ".join([en, *(f"{flag.title_en}." for flag in up)]),
    )


def _no_quorum(result: Result) -> tuple[str, str]:
    return (
        f"Cần {result.quorum_needed}/{result.total} người có mặt; có {result.present}: "
        "không đủ số người để biểu quyết.",
        f"Needs {result.quorum_needed} of {result.total} present; has {result.present}: no quorum.",
    )


def _verdict(motion: Motion, result: Result, threshold: Threshold) -> tuple[str, str]:
    rule, base, needed = motion.rule, result.base, result.needed
    choice = motion.choices[rule.on]
    has = result.counts[choice.id]
    words = rule.words
    end_vi = words.carried if result.carried else words.failed
    end_en = words.carried_en if result.carried else words.failed_en
    if result.tie and result.chair:
        side = next(one.label for one in motion.choices if one.id == result.chair)
        return (
            f"Ngang nhau: {has} và {has}; chủ tọa chọn “{side}”: {end_vi}.",
            f"Equal: {has} and {has}; the chair chose “{side}”: {end_en}.",
        )
    gap = has - needed
    share_vi, share_en = _share(threshold)
    vi = f"Cần {needed}/{base} phiếu {_lower(choice.label)} ({share_vi} {_BASE_VI[rule.base]}); có {has}; "
    en = f"Needs {needed} of {base} for “{choice.label}” ({share_en} {_BASE_EN[rule.base]}); has {has}; "
    vi += f"dư {gap}: {end_vi}." if gap >= 0 else f"thiếu {-gap}: {end_vi}."
    en += f"{gap} to spare: {end_en}." if gap >= 0 else f"{-gap} short: {end_en}."
    return vi, en


def _candidates(motion: Motion, result: Result) -> tuple[str, str]:
    rule, seats = motion.rule, motion.max_choices
    assert rule.threshold is not None, "a rule for candidates has a threshold"
    share_vi, share_en = _share(rule.threshold)
    vi = f"Bầu {seats} người, mỗi người cần {result.needed}/{result.base} phiếu ({share_vi} "
    vi += f"{_BASE_VI[rule.base]}). "
    en = f"{seats} to be elected, {result.needed} of {result.base} votes needed each ({share_en} "
    en += f"{_BASE_EN[rule.base]}). "
    chosen = _named(motion, result, result.elected)
    vi += f"Trúng: {chosen}." if chosen else "Chưa ai trúng."
    en += f"Elected: {chosen}." if chosen else "Nobody is elected."
    if result.tied:
        names = _named(motion, result, result.tied)
        vi += f" Bằng phiếu nhau, còn {seats - len(result.elected)} chỗ, phải bầu lại: {names}."
        en += f" Equal votes for {seats - len(result.elected)} seat(s), to be voted on again: {names}."
    return vi, en


def _counts(motion: Motion, result: Result) -> tuple[str, str]:
    """No verdict, only what there is of each, and what follows from it."""
    parts = [(choice.label, result.counts[choice.id]) for choice in motion.choices]
    vi = ", ".join(f"{_lower(label)} {votes}/{result.base}" for label, votes in parts)
    en = ", ".join(f"“{label}” {votes} of {result.base}" for label, votes in parts)
    return f"{vi[:1].upper()}{vi[1:]}.", f"{en}."


def _poll(motion: Motion, result: Result) -> tuple[str, str]:
    most = max(result.counts.values(), default=0)
    leading = ", ".join(c.label for c in motion.choices if result.counts[c.id] == most and most > 0)
    return (
        f"{result.cast}/{result.total} người trả lời; nhiều nhất: {leading or '–'} ({most}). "
        "Thăm dò, không có kết luận.",
        f"{result.cast} of {result.total} answered; most: {leading or '–'} ({most}). A poll decides nothing.",
    )


def _named(motion: Motion, result: Result, candidates: Sequence[str]) -> str:
    labels = {choice.id: choice.label for choice in motion.choices}
    return ", ".join(f"{labels[one]} ({result.counts[one]})" for one in candidates)


def _share(threshold: Threshold) -> tuple[str, str]:
    if (threshold.num, threshold.den, threshold.at_least) == (1, 2, False):
        return "quá nửa", "more than half of"
    part = f"{threshold.num}/{threshold.den}"
    if threshold.at_least:
        return f"ít nhất {part}", f"at least {part} of"
    return f"quá {part}", f"more than {part} of"


def _lower(label: str) -> str:
    """As it stands in a sentence; a name in capitals stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
