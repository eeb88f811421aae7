"""What a person is called in the window: on the cover, in the menu, beside a name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.owner import OwnerView
from sync.model.people import Role


def greeting(owner: OwnerView) -> str:
    """Whose laptop it is, before the name: ``Máy này của đại biểu``."""
    return QCoreApplication.translate("Owner", "Máy này của {who}").format(who=role_text(owner))


def role_text(owner: OwnerView) -> str:
    """The word before the name: what the office calls this person, the weightiest role first."""
    words = {
        Role.CHAIR: QCoreApplication.translate("Owner", "chủ tọa"),
        Role.APPROVER: QCoreApplication.translate("Owner", "người phê duyệt"),
        Role.SECRETARY: QCoreApplication.translate("Owner", "thư ký"),
        Role.DELEGATE: QCoreApplication.translate("Owner", "đại biểu"),
        Role.TELLER: QCoreApplication.translate("Owner", "người kiểm phiếu"),
        Role.ADMIN: QCoreApplication.translate("Owner", "người quản trị"),
        Role.GUEST: QCoreApplication.translate("Owner", "khách mời"),
    }
    return next((word for role, word in words.items() if role in owner.roles), words[Role.DELEGATE])
