// SPDX-FileCopyrightText: 2026 The Convene authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// invitations-icaljs.mjs WORK SECONDS FILE MODULE: as the program of that name, by ical.js.

import { readFileSync } from 'node:fs';

const [work, seconds, file, module] = process.argv.slice(2);
const ICAL = (await import(module)).default;
const text = readFileSync(file, 'utf8');
const tree = ICAL.parse(text);

const copy = (value) => (Array.isArray(value) ? value.map(copy) : value !== null && typeof value === 'object' ? { ...value } : value);

const works = {
  write: () => ICAL.stringify(copy(tree)).length,
  read: () => new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent').getFirstPropertyValue('dtstart').toUnixTime(),
};

const spent = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

for (let i = 0; i < 3000; i++) works[work]();
const started = process.cpuUsage();
let number = 0;
while (spent(started) < Number(seconds)) for (let i = 0; i < 200; i++, number++) works[work]();
console.log(Math.round(number / spent(started)));
