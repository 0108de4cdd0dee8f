import { folded } from '../search/plain-words.ts'
import { gramsOf, likeness } from '../search/grams.ts'
import type { Face } from './faces.ts'
import type { Finding } from './finding.ts'

const ALL_OF_THEM = /(?:以上|上述|前述|前面)(?:各项|选项|三项|几项)?(?:都|均|皆|全|中)/
/** A right option this many times as long as the others on the average is a cue, from so many characters on. */
const CUE = { times: 1.5, characters: 8 }
const TOO_ALIKE = 0.75

/** What the options of a side show. */
export function optionFindings(face: Face): Finding[] {
  return [...face.options.flatMap((option, at) => ofOne(face, option.text, at)), ...ofPairs(face), ...ofLengths(face), ...ofKey(face)]
}

function ofOne(face: Face, text: string, at: number): Finding[] {
  if (!ALL_OF_THEM.test(text)) return []
  const place = `${face.at}options.${at + 1}`
  return [
    { code: 'all-of-them', severity: 'error', place, zh: `选项用了“${text}”`, en: `an option says "all (none) of the above": "${text}"` },
  ]
}

function ofPairs(face: Face): Finding[] {
  const texts = face.options.map(option => folded(option.text))
  return texts.flatMap((one, at) =>
    texts.slice(0, at).flatMap((other, before): Finding[] => {
      const place = `${face.at}options.${at + 1}`
      const numbers = { a: before + 1, b: at + 1 }
      if (one === other)
        return [
          {
            code: 'options-repeat',
            severity: 'error',
            place,
            zh: `第${numbers.a}、${numbers.b}个选项相同`,
            en: `options ${numbers.a} and ${numbers.b} are the same`,
          },
        ]
      if (face.type !== 'single-choice' || Math.min(one.length, other.length) < 4) return []
      if (one.includes(other) || other.includes(one))
        return [
          {
            code: 'options-overlap',
            severity: 'note',
            place,
            zh: `第${numbers.a}、${numbers.b}个选项一个包含另一个`,
            en: `one of options ${numbers.a} and ${numbers.b} contains the other`,
          },
        ]
      if (likeness(gramsOf(one), gramsOf(other)) < TOO_ALIKE) return []
      return [
        {
          code: 'options-alike',
          severity: 'note',
          place,
          zh: `第${numbers.a}、${numbers.b}个选项十分相近`,
          en: `options ${numbers.a} and ${numbers.b} are much alike`,
        },
      ]
    }),
  )
}

/** Is the right option of a single choice longer than every other? */
export function rightIsLongest({ options }: Pick<Face, 'options'>): boolean {
  const right = options.find(option => option.right)?.text.length ?? 0
  return options.every(option => option.right || option.text.length < right)
}

function ofLengths(face: Face): Finding[] {
  const right = face.options.filter(option => option.right)
  const wrong = face.options.filter(option => !option.right)
  const [only] = right
  if (right.length !== 1 || only === undefined || wrong.length === 0 || only.text.length <= CUE.characters) return []
  const mean = wrong.reduce((sum, option) => sum + option.text.length, 0) / wrong.length
  if (!rightIsLongest(face) || only.text.length <= CUE.times * mean) return []
  const place = `${face.at}options.${face.options.indexOf(only) + 1}`
  return [
    {
      code: 'length-cue',
      severity: 'warning',
      place,
      zh: '正确选项明显长于其他选项',
      en: 'the right option is clearly longer than the others',
    },
  ]
}

function ofKey(face: Face): Finding[] {
  if (face.type !== 'multiple-choice' || face.options.length === 0 || face.options.some(option => !option.right)) return []
  return [{ code: 'every-option-right', severity: 'warning', place: `${face.at}key`, zh: '所有选项都正确', en: 'every option is right' }]
}
