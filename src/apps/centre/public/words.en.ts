import type { SameKeys } from '../../../ui/words.ts'
import type { zh } from './words.zh.ts'

export const en: SameKeys<typeof zh> = {
  name: 'Zhiheng',
  platform: 'Training and assessment for occupational qualifications',
  skip: 'Skip to content',
  language: '中文',
  lookUp: 'Look up a certificate',
  signIn: 'Sign in',
  home: 'Home',
  title: 'One standard, from training to certificate',
  lead: 'Training, practice, application, examination, marking, certificates and look-up, all under the national occupational standard. Every step names the clause it rests on; every outcome can be checked.',
  chain: 'How a certificate comes about',
  steps: {
    training: { name: 'Training', note: 'Hours as the standard demands, a quiz after each module' },
    laboratory: { name: 'Practice', note: 'Hands-on in simulated commerce, every mark explained' },
    application: { name: 'Application', note: 'Each clause judged: what is missing, and from when' },
    exam: { name: 'Examination', note: 'Theory and practice on computer; no response is lost' },
    marking: { name: 'Marking', note: 'By machine and twice blind; a third person decides' },
    certificate: { name: 'Certificate', note: 'Numbered and signed; revocations on record' },
    lookUp: { name: 'Look-up', note: 'Anybody can check it by number and name' },
  },
  doors: {
    candidate: {
      name: 'Candidates and trainees',
      text: 'See which level is open to you and what is missing; apply, practise, print the ticket, read your result by skill.',
    },
    institution: {
      name: 'Institutions',
      text: 'Apply for authorisation; run classes, rooms and staff, module quizzes and national examinations.',
    },
    employer: {
      name: 'Employers and the public',
      text: 'Enter number and name, or scan the code on the certificate, to see what was certified and whether it still stands.',
    },
  },
  footer: 'All times are Beijing time.',
  notFound: { what: 'There is no such page', how: 'The address may be mistyped, or the page has moved.' },
}
