"""The sentence of a result, in Vietnamese and English, as docs/EVIDENCE.md has it word by word."""

from __future__ import annotations

from collections.abc import Sequence

from sync.verify.counting import Result
from sync.verify.motion import Motion, Threshold

_BASE = {
    "total": ("tổng số đại biểu", "all delegates"),
    "present": ("số có mặt", "those present"),
    "cast": ("số phiếu thu về", "ballots cast"),
    "valid": ("số phiếu hợp lệ", "valid ballots"),
}


def sentences(motion: Motion, result: Result) -> tuple[str, str]:
    """Vietnamese, English."""
    if result.quorum is False:
        vi = (
            f"Cần {result.quorum_needed}/{result.total} người có mặt; có {result.present}: "
            "không đủ số người để biểu quyết."
        )
        en = f"Needs {result.quorum_needed} of {result.total} present; has {result.present}: no quorum."
    elif motion.threshold is not None and motion.each:
        vi, en = _election(motion, result, motion.threshold)
    elif motion.threshold is not None:
        vi, en = _verdict(motion, result, motion.threshold)
    elif motion.flags:
        each = [(motion.labels[one], votes) for one, votes in result.votes.items()]
        vi = ", ".join(f"{_small(label)} {votes}/{result.base}" for label, votes in each)
        vi = vi[:1].upper() + vi[1:] + "."
        en = ", ".join(f"“{label}” {votes} of {result.base}" for label, votes in each) + "."
    else:
        vi, en = _poll(motion, result)
    for flag in motion.flags:
        if flag.id in result.flags:
            vi += f" {flag.title}."
            en += f" {flag.title_en}."
    return vi, en


def _election(motion: Motion, result: Result, threshold: Threshold) -> tuple[str, str]:
    share, share_en = _share(motion, threshold)
    names = _names(motion, result, result.elected)
    vi = f"Bầu {motion.seats} người, mỗi người cần {result.needed}/{result.base} phiếu ({share}). "
    vi += f"Trúng: {names}." if names else "Chưa ai trúng."
    en = f"{motion.seats} to be elected, {result.needed} of {result.base} votes needed each ({share_en}). "
    en += f"Elected: {names}." if names else "Nobody is elected."
    if result.tied:
        left, again = motion.seats - len(result.elected), _names(motion, result, result.tied)
        vi += f" Bằng phiếu nhau, còn {left} chỗ, phải bầu lại: {again}."
        en += f" Equal votes for {left} seat(s), to be voted on again: {again}."
    return vi, en


def _verdict(motion: Motion, result: Result, threshold: Threshold) -> tuple[str, str]:
    choice = list(motion.labels)[motion.on]
    label, has, needed = motion.labels[choice], result.votes[choice], result.needed
    end, end_en = motion.words[not result.carried], motion.words_en[not result.carried]
    if result.tie and result.chair:
        side = motion.labels[result.chair]
        return (
            f"Ngang nhau: {has} và {has}; chủ tọa chọn “{side}”: {end}.",
            f"Equal: {has} and {has}; the chair chose “{side}”: {end_en}.",
        )
    share, share_en = _share(motion, threshold)
    if has >= needed:
        gap, gap_en = f"dư {has - needed}", f"{has - needed} to spare"
    else:
        gap, gap_en = f"thiếu {needed - has}", f"{needed - has} short"
    return (
        f"Cần {needed}/{result.base} phiếu {_small(label)} ({share}); có {has}; {gap}: {end}.",
        f"Needs {needed} of {result.base} for “{label}” ({share_en}); has {has}; {gap_en}: {end_en}.",
    )


def _poll(motion: Motion, result: Result) -> tuple[str, str]:
    most = max(result.votes.values())
    names = ", ".join(motion.labels[one] for one, votes in result.votes.items() if votes == most > 0) or "–"
    return (
        f"{result.cast}/{result.total} người trả lời; nhiều nhất: {names} ({most}). "
        "Thăm dò, không có kết luận.",
        f"{result.cast} of {result.total} answered; most: {names} ({most}). A poll decides nothing.",
    )


def _names(motion: Motion, result: Result, candidates: Sequence[str]) -> str:
    return ", ".join(f"{motion.labels[one]} ({result.votes[one]})" for one in candidates)


def _share(motion: Motion, threshold: Threshold) -> tuple[str, str]:
    base, base_en = _BASE[motion.base]
    part = f"{threshold.num}/{threshold.den}"
    if threshold.at_least:
        return f"ít nhất {part} {base}", f"at least {part} of {base_en}"
    if part == "1/2":
        return f"quá nửa {base}", f"more than half of {base_en}"
    return f"quá {part} {base}", f"more than {part} of {base_en}"


def _small(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
