# SPDX-FileCopyrightText: 2026 The Convene authors
# SPDX-License-Identifier: GPL-3.0-or-later

# read.rb FILE...: what ruby-icalendar's strict parser reads, one JSON object a line.

require 'icalendar'
require 'json'
require 'stringio'

ARGV.each do |file|
  text = File.read(file, mode: 'rb', encoding: 'UTF-8')
  calendar = Icalendar::Parser.new(StringIO.new(text), true).parse.first
  event = calendar.events.first
  puts JSON.generate(
    'method' => calendar.ip_method.to_s,
    'uid' => event.uid.to_s,
    'sequence' => event.sequence.to_i,
    'start' => event.dtstart.to_time.to_i,
    'end' => event.dtend.to_time.to_i,
    'summary' => event.summary.to_s,
    'url' => event.url&.to_s,
    'attendees' => event.attendee.length
  )
end
