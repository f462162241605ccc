// SPDX-FileCopyrightText: 2026 The Convene authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// read.mjs MODULE FILE...: what ical.js reads, one JSON object a line. It takes the zone that stands in the file.

import { readFileSync } from 'node:fs';

const [module, ...files] = process.argv.slice(2);
const ICAL = (await import(module)).default;

for (const file of files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  const event = calendar.getFirstSubcomponent('vevent');
  const value = (name) => event.getFirstPropertyValue(name);
  console.log(
    JSON.stringify({
      method: calendar.getFirstPropertyValue('method'),
      uid: value('uid'),
      sequence: value('sequence'),
      start: value('dtstart').toUnixTime(),
      end: value('dtend').toUnixTime(),
      summary: value('summary'),
      description: value('description'),
      url: value('url'),
      attendees: event.getAllProperties('attendee').length,
    }),
  );
}
