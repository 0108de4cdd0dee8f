import type { SameKeys } from '../../../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  site: 'the whole site',
  kinds: { pause: 'Paused', fault: 'Fault clock' },
  elapsed: '{time} gone',
  left: '{time} left',
  limit: 'limit {n} min',
  exceeded: 'More than {n} minutes: stop here and hold it again',
  resume: 'Resume',
  stop: 'Stop',
  menu: 'Control',
  menuHint: 'Pause, fault clock, stop, or close the sitting',
  choose: {
    pause: 'Pause',
    pauseNote: 'Clocks stand still, saves are taken',
    fault: 'Start the fault clock',
    faultNote: 'Clocks go on; time is given back afterwards',
    stop: 'Stop, hold again',
    stopNote: 'By two persons, cannot be undone',
    close: 'Close the sitting',
    closeNote: 'By the site manager when everybody has handed in',
  },
  part: 'Which part',
  pause: {
    title: 'Pause',
    what: 'Clocks in this part stand still at once; open papers stay and saves are taken. Resuming gives the time back.',
    submit: 'Pause {part}',
  },
  fault: {
    title: 'Start the fault clock',
    what: 'Counts against the limit of {minutes} minutes while the candidates’ clocks go on; time is given back on resuming. To stop the clocks, pause.',
    submit: 'Start the clock: {part}',
  },
  resumeForm: {
    title: 'Resume',
    what: '{part}: {kind} for {time}. Those concerned get the time back.',
    over: 'More than {minutes} minutes take a second person.',
    submit: 'Resume and give time back',
  },
  stopForm: {
    title: 'Stop, to be held again',
    what: 'All attempts in {part} end here; what is saved is sealed and the centre sets another date. This cannot be undone.',
    submit: 'Stop {part}',
  },
  closeForm: {
    title: 'Close the sitting',
    what: 'Who has not come is absent, and who is over time is handed in. Afterwards there is no check-in, no time and no change of seats.',
    working: '{n} are still working; close it when their time is up.',
    submit: 'Close the sitting',
    done: 'The sitting is closed',
  },
  back: 'Back',
  closed: 'This sitting is closed',
}
