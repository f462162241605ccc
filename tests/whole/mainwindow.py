# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Convene's main window by keyboard, as several tests go about it.

Which test does what by keys alone:
 month, its days, today, forward, back            window-keys
 week, day, agenda: forward, back, a date, today  window-calendar, window-keys
 second time zone; move, lengthen, undo; an hour  window-calendar (by mouse: window-pointer)
 move, edit, cancel, undo in the details          window-life
 copy, password, again; join the next             window-details
 fix; how it went, undo                           window-details
 search, sort, chips, saved views                 window-list
 several at once: export, again, cancel, undo     window-list
 the six steps of scheduling                      window-schedule
 notes, draft, menu, shortcuts, started twice     window-keys
 preferences; shortcuts, help                     window-preferences
 Connected Apps, opened files                     window-names (names on every page), window-health
 notifications, Start                             window-background
 search of the desktop                            search-provider
"""

import contextlib
import os
import re

import program
import screen

PRACTICE = "Convene (Practice)"


@contextlib.contextmanager
def opened(profile, *arguments, **variables):
    """A person before the started program. What was on the screen is told where a check fails."""
    process = profile.start_window(*arguments, **{"G_DEBUG": "fatal-criticals", **variables})
    with program.ended(process):
        person = screen.Screen(process)
        try:
            yield person
        except Exception:
            if os.environ.get("CONVENE_PICTURES"):
                person.picture(os.path.join(os.environ["CONVENE_PICTURES"], "failed.png"))
            print("\n".join("# " + line for line in person.describe().splitlines()), flush=True)
            raise


def quit_by_key(person):
    person.key("ctrl+q")
    person.leave()


def grid(person):
    return person.see(role="table", inside=person.windows()[0])


def cells(person):
    return [cell for cell in grid(person).walk() if cell.role == "table cell"]


def chosen(person):
    """The chosen day's cell and its place in the month."""
    days = cells(person)
    place = next((place for place, cell in enumerate(days) if "selected" in cell.states), None)
    return (None, None) if place is None else (days[place], place)


def go_to_month(person):
    """Tab until the month has the focus."""
    for _ in range(40):
        focused = person.focused()
        if focused is not None and focused.role == "table cell":
            return focused
        before = focused
        person.key("Tab")
        person.wait(lambda before=before: person.focused() is not None and (before is None or "focused" not in before.states), "next stop of Tab")
    raise TimeoutError("Tab does not lead to the month")


def go_to_day(person, name):
    """By arrows to a day of the month on the screen."""
    go_to_month(person)
    days = person.wait(lambda: next(([at, place] for place, at in enumerate(cells(person)) if re.search(name, at.name)), None), f"day {name!r}")
    _, start = chosen(person)
    weeks, rest = divmod(abs(days[1] - start), 7)
    down = days[1] > start
    person.key(*["Down" if down else "Up"] * weeks, *["Right" if down else "Left"] * rest)
    person.wait(lambda: (chosen(person)[0] or days[0]).name if re.search(name, (chosen(person)[0] or person.root).name) else None, f"chosen day {name!r}")
    return chosen(person)[0]


def open_day(person):
    """Enter on a day goes to the list of its interviews."""
    person.key("Return")
    return person.wait(lambda: next((at for at in [person.focused()] if at is not None and at.role != "table cell"), None), "focus in the day")


def open_details(person):
    person.key("Return")
    person.see("Back to the day", "button")
    person.see("Export .ics…", "button")


def go_to_date(person, date):
    """By Ctrl+G, and then with F6 from the header into the calendar."""
    person.key("ctrl+g")
    person.wait(lambda: person.focused() is not None and person.focused().role == "text", "focus in the date")
    person.key("ctrl+a")
    person.type(date)
    person.key("Return")
    person.wait(lambda: person.focused() is not None and person.focused().role != "text", "end of the question for a date")
    person.key("F6")


def down_to(person, name, inside=None):
    """By Down to an item of the menu or list that has the focus."""
    for _ in range(40):
        focused = person.focused(inside)
        if focused is not None and re.fullmatch(name, focused.name):
            return focused
        person.key("Down")
        person.wait(lambda before=focused: person.focused(inside) is not None and (before is None or "focused" not in before.states), "next item")
    raise TimeoutError(f"Down does not lead to {name!r}")


def menu_item(person, name):
    """The item of the main menu that F10 and Down lead to; Enter asks for it."""
    person.key("F10")
    return down_to(person, name, person.see(role="menu"))


def reschedule(person, *changes):
    """In the window that asks when: what is to change, what will be done, and done."""
    wizard = person.window("Reschedule")
    page = person.see("Date & Time", "panel", wizard)
    for change in changes:
        change(page)
    person.tab_to("Next", "button", wizard)
    person.key("Return")
    person.see_words("link stays", person.see("Preview", "panel", wizard))
    person.tab_to("Next", "button", wizard)
    person.key("Return")
    person.tab_to("Save Changes", "button", person.see("Finalize", "panel", wizard))
    person.key("Return")
    person.wait(lambda: len(person.windows()) == 1, "main window alone")


def undo(person):
    """By Tab and in a hurry: the program's ten seconds for it pass on a slow machine too."""
    button = person.see("Undo", "button", back=True)
    for _ in range(100):
        if "focused" in button.states:
            person.key("Return")
            return
        person.key("Tab", delay=1)
    raise TimeoutError(f"Tab does not lead to {button}; on the screen:\n{person.describe()}")


def close_window(person, title, *keys):
    person.key(*(keys or ["Escape"]))
    person.wait(lambda: not any(window.name == title for window in person.windows()), f"end of {title!r}")
