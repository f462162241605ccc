<?php /* SPDX-FileCopyrightText: 2026 The Convene authors
       * SPDX-License-Identifier: GPL-3.0-or-later
       */

/* read.php FILE...: what sabre/vobject reads, one JSON object a line. */

error_reporting(E_ERROR | E_PARSE);
require '/usr/share/php/Sabre/VObject/autoload.php';

foreach (array_slice($argv, 1) as $file) {
    $calendar = Sabre\VObject\Reader::read(file_get_contents($file));
    $event = $calendar->VEVENT;
    $complaints = [];
    foreach ($calendar->validate() as $complaint) {
        $complaints[] = $complaint['message'];
    }
    echo json_encode([
        'method' => (string) $calendar->METHOD,
        'uid' => (string) $event->UID,
        'sequence' => (int) (string) $event->SEQUENCE,
        'start' => $event->DTSTART->getDateTime()->getTimestamp(),
        'end' => $event->DTEND->getDateTime()->getTimestamp(),
        'url' => isset($event->URL) ? (string) $event->URL : null,
        'attendees' => count($event->ATTENDEE),
        'complaints' => $complaints,
    ]), "\n";
}
