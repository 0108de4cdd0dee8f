import type { SameKeys } from '../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  queue: {
    title: 'Practical marking',
    purpose: 'Mark anonymous scripts by four criteria of 25 marks in halves; marks stand once entered.',
    waiting: '{n} scripts wait',
    withheld: '{n} more are withheld because the candidates come from your own institution.',
    open: 'Scripts to mark', done: 'Marked by me', hint: 'Script number', columns: { number: 'Script', level: 'Level', openedAt: 'Handed over', markedAt: 'Marked', total: 'Total' },
    empty: { what: 'No script waits', how: 'Scripts handed over by the site after a practical sitting are listed here.' }, noneDone: { what: 'Nothing marked yet', how: 'Scripts you have marked are listed here for your own check.' },
  },
  form: {
    title: 'Mark sheet', mark: 'Mark', of: 'out of {n}', comment: 'Comment', commentHint: 'Below {n}, state why marks were taken off', total: 'Total', open: '{n} criteria without a mark', submit: 'Enter the marks', confirm: 'Marks cannot be changed once entered. Enter them?', yes: 'Enter', no: 'Look again',
    done: 'Script {number} is marked: {total}', refused: 'The marks were not entered', fixed: 'Marks once entered stand. If in doubt, tell the chief assessor.',
  },
  lead: {
    title: 'Marking progress', purpose: 'See how far the practical scripts of each sitting are; hand out anonymous numbers by seat and show assessors neither names nor seats.', waiting: '{n} scripts wait', hint: 'Script, room, assessor',
    columns: { number: 'Script', place: 'Seat', site: 'Site', level: 'Level', state: 'State', assessor: 'Assessor', total: 'Total', at: 'Marked' },
    seat: '{room}, seat {seat}', state: { waiting: 'waiting', marked: 'marked' }, empty: { what: 'No script was handed over yet', how: 'Scripts are listed here once a practical sitting has ended.' }, noMarks: 'Not marked yet.',
  },
}
