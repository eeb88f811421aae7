"""What ``sohop-hub`` says, in Vietnamese and English."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum


class Say(StrEnum):
    """Every sentence of the command line."""

    MADE = "made"
    ROOT_APART = "root_apart"
    ROOT_KEPT = "root_kept"
    CODE = "code"
    LINK = "link"
    EXPIRES = "expires"
    WRITTEN = "written"
    ROSTER = "roster"
    ROSTER_NEW = "roster_new"
    REVOKED = "revoked"
    REVOKED_OFFICE = "revoked_office"
    NEW_PASSPHRASE = "new_passphrase"
    PASSPHRASE_AGAIN = "passphrase_again"
    ROOT_PASSPHRASE = "root_passphrase"
    OFFICE_NAME = "office_name"
    TERM = "term"
    PEOPLE = "people"
    DEVICES = "devices"
    MEETINGS = "meetings"
    ID = "id"
    NAME = "name"
    TITLE = "title"
    ROLES = "roles"
    PERSON = "person"
    DEVICE_NAME = "device_name"
    STATE = "state"
    VERSION = "version"
    ACTIVE = "active"
    PENDING = "pending"
    GONE = "gone"
    E_EXISTS = "e_exists"
    E_ROOT_EXISTS = "e_root_exists"
    E_NO_HUB = "e_no_hub"
    E_NEWER = "e_newer"
    E_IN_USE = "e_in_use"
    E_PASSPHRASE_SHORT = "e_passphrase_short"
    E_PASSPHRASE_DIFFERENT = "e_passphrase_different"
    E_PASSPHRASE_NONE = "e_passphrase_none"
    E_WRONG_PASSPHRASE = "e_wrong_passphrase"
    E_NO_ROOT_FILE = "e_no_root_file"
    E_BAD_ROOT_FILE = "e_bad_root_file"
    E_OTHER_ROOT = "e_other_root"
    E_NO_PERSON = "e_no_person"
    E_NO_DEVICE = "e_no_device"
    E_LISTEN = "e_listen"
    E_LISTEN_FORM = "e_listen_form"
    E_FILE_EXISTS = "e_file_exists"
    E_NEEDED = "e_needed"


@dataclass(frozen=True)
class Sentence:
    """One sentence in both languages, with ``{named}`` fields."""

    vi: str
    en: str


SENTENCES: dict[Say, Sentence] = {
    Say.MADE: Sentence("Đã lập hệ thống của {name} ở {dir}.", "The hub of {name} was made in {dir}."),
    Say.ROOT_APART: Sentence(
        "Khóa gốc nằm trong tệp {file}. Cất tệp này ở nơi khác, không để trên máy chủ; "
        "cần tệp và mật khẩu mỗi khi ký danh sách máy của cơ quan.",
        "The root key is in the file {file}. Keep it elsewhere, not on the server; "
        "the file and its passphrase are needed whenever the roster is signed.",
    ),
    Say.ROOT_KEPT: Sentence(
        "Khóa gốc được giữ ngay bên máy chủ ({file}), vẫn có mật khẩu. Ai chiếm được máy chủ và đoán ra "
        "mật khẩu thì giả được thư ký và người phê duyệt. Chỉ nên dùng để trình diễn "
        "hoặc khi chỉ có một máy.",
        "The root key is kept beside the hub ({file}), under its passphrase. Whoever takes the server and "
        "guesses the passphrase can pose as secretary and approver. For a demonstration or a single machine "
        "only.",
    ),
    Say.CODE: Sentence("Mã ghi danh: {code}", "Enrolment code: {code}"),
    Say.LINK: Sentence("Liên kết: {link}", "Link: {link}"),
    Say.EXPIRES: Sentence(
        "Dùng một lần, trước {when}. Mã cấp trước đó không còn giá trị.",
        "Good once, before {when}. An earlier code is void.",
    ),
    Say.WRITTEN: Sentence("Đã ghi thư mời vào {file}.", "The invitation was written to {file}."),
    Say.ROSTER: Sentence(
        "Đã ký danh sách máy của cơ quan số {number}, gồm {count} máy.",
        "Roster number {number} was signed, with {count} devices.",
    ),
    Say.ROSTER_NEW: Sentence(
        "Mới vào danh sách: {name} ({roles}), máy {device}.",
        "New on it: {name} ({roles}), device {device}.",
    ),
    Say.REVOKED: Sentence("Đã thu hồi máy {device} của {name}.", "Device {device} of {name} was revoked."),
    Say.REVOKED_OFFICE: Sentence(
        "Máy này có trong danh sách của cơ quan: hãy ký danh sách mới (roster sign).",
        "This device is on the roster: sign a new one (roster sign).",
    ),
    Say.NEW_PASSPHRASE: Sentence("Mật khẩu mới cho khóa gốc: ", "New passphrase for the root key: "),
    Say.PASSPHRASE_AGAIN: Sentence("Gõ lại mật khẩu: ", "The same again: "),
    Say.ROOT_PASSPHRASE: Sentence("Mật khẩu của khóa gốc: ", "Passphrase of the root key: "),
    Say.OFFICE_NAME: Sentence("Tên cơ quan: ", "Name of the office: "),
    Say.TERM: Sentence("Nhiệm kỳ (có thể bỏ trống): ", "Term (may be empty): "),
    Say.PEOPLE: Sentence("Người", "People"),
    Say.DEVICES: Sentence("Máy", "Devices"),
    Say.MEETINGS: Sentence("Cuộc họp", "Meetings"),
    Say.ID: Sentence("Mã", "Id"),
    Say.NAME: Sentence("Tên", "Name"),
    Say.TITLE: Sentence("Chức danh", "Title"),
    Say.ROLES: Sentence("Vai trò", "Roles"),
    Say.PERSON: Sentence("Của", "Of"),
    Say.DEVICE_NAME: Sentence("Tên máy", "Device"),
    Say.STATE: Sentence("Tình trạng", "State"),
    Say.VERSION: Sentence("Bản", "Version"),
    Say.ACTIVE: Sentence("đang dùng", "active"),
    Say.PENDING: Sentence("chờ ký danh sách", "waits for roster sign"),
    Say.GONE: Sentence("đã thu hồi", "revoked"),
    Say.E_EXISTS: Sentence("Thư mục {dir} đã có hệ thống.", "The folder {dir} already holds a hub."),
    Say.E_ROOT_EXISTS: Sentence(
        "Tệp {file} đã có nên không ghi đè.", "The file {file} exists and is not overwritten."
    ),
    Say.E_NO_HUB: Sentence(
        "Thư mục {dir} không có hệ thống nào. Dùng --dir, hoặc sohop-hub init.",
        "The folder {dir} holds no hub. Use --dir, or sohop-hub init.",
    ),
    Say.E_NEWER: Sentence(
        "Hệ thống ở {dir} do bản chương trình mới hơn ghi; không có gì thay đổi.",
        "The hub in {dir} was written by a newer program; nothing has changed.",
    ),
    Say.E_IN_USE: Sentence(
        "Một chương trình khác đang chạy hệ thống ở {dir}.", "Another program is serving the hub in {dir}."
    ),
    Say.E_PASSPHRASE_SHORT: Sentence(
        "Mật khẩu cần ít nhất {least} ký tự.", "A passphrase needs at least {least} characters."
    ),
    Say.E_PASSPHRASE_DIFFERENT: Sentence("Hai lần gõ khác nhau.", "The two passphrases differ."),
    Say.E_PASSPHRASE_NONE: Sentence(
        "Không có bàn phím để hỏi mật khẩu; dùng --passphrase-fd.",
        "There is no terminal to ask for the passphrase; use --passphrase-fd.",
    ),
    Say.E_WRONG_PASSPHRASE: Sentence(
        "Mật khẩu của khóa gốc chưa đúng; không có gì thay đổi.",
        "The passphrase of the root key is not right; nothing has changed.",
    ),
    Say.E_NO_ROOT_FILE: Sentence(
        "Không thấy tệp khóa gốc {file}; chỉ ra bằng --root.",
        "The root file {file} was not found; name it with --root.",
    ),
    Say.E_BAD_ROOT_FILE: Sentence(
        "Tệp {file} không phải tệp khóa gốc, hoặc đã hỏng.", "The file {file} is no root file, or is damaged."
    ),
    Say.E_OTHER_ROOT: Sentence("Khóa gốc này của cơ quan khác.", "This root key belongs to another office."),
    Say.E_NO_PERSON: Sentence("Không có người nào mang mã {id}.", "There is no person {id}."),
    Say.E_NO_DEVICE: Sentence("Không có máy nào mang mã {id}.", "There is no device {id}."),
    Say.E_LISTEN: Sentence("Không dùng được địa chỉ {address}.", "The address {address} cannot be used."),
    Say.E_LISTEN_FORM: Sentence(
        "Địa chỉ phải có dạng HOST:PORT, không phải {address}.",
        "The address has the form HOST:PORT, not {address}.",
    ),
    Say.E_FILE_EXISTS: Sentence(
        "Tệp {file} đã có nên không ghi đè.", "The file {file} exists and is not overwritten."
    ),
    Say.E_NEEDED: Sentence("Thiếu {option}.", "{option} is needed."),
}


def language(chosen: str | None) -> str:
    """``vi`` or ``en``: as chosen, else English where the system speaks it, else Vietnamese."""
    if chosen is not None:
        return chosen
    return "en" if os.environ.get("LANG", "").startswith("en") else "vi"


def say(sentence: Say, lang: str, **fields: object) -> str:
    """The sentence with its fields."""
    entry = SENTENCES[sentence]
    return (entry.en if lang == "en" else entry.vi).format(**fields)
