"""Every way in which the world can fail us, as a code; what trying again would bring; whose side it is on."""

from __future__ import annotations

from enum import StrEnum


class Retry(StrEnum):
    """What trying again would bring."""

    NOW = "now"
    LATER = "later"
    AFTER_ACTION = "after_action"
    NEVER = "never"


class Fault(StrEnum):
    """Whose side it is on, for the order of suggestions; never shown as blame."""

    LINE = "line"
    HUB = "hub"
    DEVICE = "device"
    PERSON = "person"
    CONTENT = "content"
    HOSTILE = "hostile"


class Code(StrEnum):
    """Every way in which the world can fail us."""

    # the line
    OFFLINE = "offline"
    TIMEOUT = "timeout"
    NOT_A_HUB = "not_a_hub"
    TLS_UNTRUSTED = "tls_untrusted"
    TLS_EXPIRED = "tls_expired"
    PLAIN_HTTP = "plain_http"
    HUB_BROKEN = "hub_broken"
    TOO_LARGE = "too_large"
    # who
    UNKNOWN_DEVICE = "unknown_device"
    DEVICE_REVOKED = "device_revoked"
    NOT_YET_ON_ROSTER = "not_yet_on_roster"
    TOKEN_EXPIRED = "token_expired"
    NOT_PERMITTED = "not_permitted"
    CODE_WRONG = "code_wrong"
    CODE_USED = "code_used"
    CODE_EXPIRED = "code_expired"
    HUB_NOT_PROVED = "hub_not_proved"
    # trust
    BAD_SIGNATURE = "bad_signature"
    ONE_SIGNATURE = "one_signature"
    OTHER_TENANT = "other_tenant"
    OLD_VERSION = "old_version"
    OLD_ROSTER = "old_roster"
    OLD_ROOT = "old_root"
    OLD_EPOCH = "old_epoch"
    OTHER_ROSTER = "other_roster"
    OTHER_VERSION = "other_version"
    STALE = "stale"
    WITHHELD = "withheld"
    RECALLED = "recalled"
    LEASE_TOO_SHORT = "lease_too_short"
    WRONG_DIGEST = "wrong_digest"
    MALFORMED = "malformed"
    # the vault
    WRONG_PASSPHRASE = "wrong_passphrase"
    VAULT_NEWER = "vault_newer"
    VAULT_DAMAGED = "vault_damaged"
    VAULT_MISSING = "vault_missing"
    VAULT_IN_USE = "vault_in_use"
    DISK_FULL = "disk_full"
    # acts
    CHAIN_BROKEN = "chain_broken"
    DEVICE_COPIED = "device_copied"
    MOTION_NOT_OPEN = "motion_not_open"
    MOTION_CHANGED = "motion_changed"
    NOT_ON_ROLL = "not_on_roll"
    OTHER_DEVICE_VOTES = "other_device_votes"
    THREAD_ENDED = "thread_ended"
    BALLOT_INVALID = "ballot_invalid"
    PACKET_INCOMPLETE = "packet_incomplete"
    PACKET_UNKNOWN = "packet_unknown"
    PACKET_NOT_APPROVED = "packet_not_approved"
    PACKET_NOT_READY = "packet_not_ready"
    SAME_PERSON = "same_person"
    SECRET_ON_PAPER = "secret_on_paper"
    ENDED_EARLY = "ended_early"
    COUNTED_BY_HAND = "counted_by_hand"
    COUNTS_ALREADY = "counts_already"
    VOTES_UNSOUND = "votes_unsound"
    ENTRY_OVER = "entry_over"
    SECOND_PERSON = "second_person"
    NOT_LATE = "not_late"
    TIMING_REFUSED = "timing_refused"
    EVIDENCE_LACKING = "evidence_lacking"
    LOG_FORKED = "log_forked"
    LOG_NOT_SHOWN = "log_not_shown"
    # content
    FILE_MISSING = "file_missing"
    FILE_REFUSED = "file_refused"
    FILE_NOT_ONE = "file_not_one"
    FILE_UNREADABLE = "file_unreadable"
    PDF_PASSWORD = "pdf_password"
    PDF_DAMAGED = "pdf_damaged"
    PDF_REFUSED = "pdf_refused"
    PDF_TIMEOUT = "pdf_timeout"
    PDF_MEMORY = "pdf_memory"
    PDF_LOCKED = "pdf_locked"
    FORMAT_UNKNOWN = "format_unknown"
    TEMPLATE_WRONG = "template_wrong"
    NOTES_FILE_WRONG = "notes_file_wrong"
    PACKET_FILE_WRONG = "packet_file_wrong"
    NOT_DOWNLOADED = "not_downloaded"
