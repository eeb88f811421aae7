"""The administrator makes the office: forty people from a table, a secretary, codes on paper, the root's
signature; and everybody enrols."""

from __future__ import annotations

from journeys.office_day.crowd import enrolled
from journeys.office_day.day import Day
from journeys.office_day.people import (
    ADMINISTRATOR,
    CHAIR,
    DELEGATE,
    DELEGATES,
    OTHERS,
    SECRETARY,
    people_table,
)

from sync.model.people import Role
from sync.wire.invitation import link


def set_up(day: Day) -> None:
    """From an empty office to one with 42 laptops."""
    office, hub = day.stage.office, day.stage.hub.url
    with day.report.step("the first laptop is the administrator's"):
        code = link(office.invite(office.add(ADMINISTRATOR, Role.ADMIN), hub))
        enrolled(day.root / ADMINISTRATOR, code, hub).vault.close()
        office.sign_roster()
        admin = day.window(ADMINISTRATOR)
        assert admin.ask("admin") == 1
    with day.report.step("forty people from a table, and a secretary"):
        table = people_table(day.root / "danh-sach.xlsx")
        assert admin.ask("import_people", str(table), "01-import") == 1 + len(DELEGATES)
        roles = [Role.SECRETARY]
        assert admin.ask("add_person", SECRETARY, "Văn phòng HĐND", roles, "02-person") == 2 + len(DELEGATES)
    with day.report.step("codes on paper"):
        links = admin.ask("issue_codes", str(day.files / "ma.pdf"), "03-codes")
        assert isinstance(links, dict)
        assert set(links) == {SECRETARY, *DELEGATES}
    with day.report.step("41 laptops enrol"):
        for name, line in ((SECRETARY, day.line.url), (CHAIR, hub), (DELEGATE, hub)):
            enrolled(day.root / name, links[name], line).vault.close()
        day.crowd.enrol(day.root, {name: links[name] for name in OTHERS}, hub)
    with day.report.step("the root signs secretary and chair in"):
        signed = admin.ask("sign_roster", str(office.root_file), office.passphrase, "04-sign")
        assert signed == sorted((SECRETARY, CHAIR))
        day.shoot("05-signed", ADMINISTRATOR)
        day.leave(ADMINISTRATOR)
