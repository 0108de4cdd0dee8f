import type { SameKeys } from '../../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  title: 'My admission ticket',
  purpose: 'Check times, site and seat; print it and bring it with a valid document.',
  waiting: {
    today: 'Today: {clock} {paper}, {room}, seat {seat}',
    days: 'Exam on {day}, in {n} days',
    under: 'The exam is under way',
  },
  none: {
    what: 'No ticket yet',
    how: 'It appears here once your application is approved and seats are allocated.',
    action: 'My applications',
  },
  heading: 'Admission ticket',
  session: 'Session of {month}',
  number: 'Ticket number',
  level: 'Level',
  name: 'Name',
  id: 'ID number',
  photo: 'My photo',
  noPhoto: 'No photo',
  download: 'Download the ticket (PDF)',
  downloadNote: 'Print it on A4; black and white will do.',
  refused: 'The ticket was not downloaded',
  papers: 'Papers',
  entry: 'entry from {clock}',
  room: 'Room {n}',
  seat: 'Seat {n}',
  until: 'until {clock}',
  rules: 'Rules of the room',
  past: 'Earlier sessions',
  pastNote: 'over',
  pastTitle: 'Session of {month}, {level}',
}
