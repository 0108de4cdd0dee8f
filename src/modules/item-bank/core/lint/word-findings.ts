import type { Face } from './faces.ts'
import type { Finding } from './finding.ts'

const HAN = '\\u4e00-\\u9fff'
const BLANK_BETWEEN = new RegExp(`[${HAN}] +[${HAN}A-Za-z0-9]|[A-Za-z0-9] +[${HAN}]`)
const HALF_WIDTH = new RegExp(`[${HAN}][,;:?!]|[${HAN}]\\([^)]*[${HAN}]|\\d,[${HAN}]`)
const END_MARK = /[。？！：；…）)】”》」?!]$|_{2,}$|\}\}$/
const NEGATION = /不属于|不包括|不正确|不符合|不恰当|不应当?的|错误的是|不是|没有|除.{1,12}外/
const DOUBLE_NEGATION = /不能不|不得不|不会不|不可不|不应不|不可能不|无不|莫不|并非不|并非没有|没有不|不是不|不无|未必不/
const ABSOLUTE = /一定|绝不|绝对|任何|所有|只能|必须|完全|从不|总是|永远|一律/
const LAW = /《[^》]{2,40}(?:法|条例|办法|规定|细则|标准)(?:（[^）]*）|\([^)]*\))?》/
/** Characters after a negation from which on it may have been overread when the stem ends. */
const FAR = 25

/** What the words of a side show: signs, negations, absolute words, a law without its source. */
export function wordFindings(face: Face, source: string | null): Finding[] {
  return [...signFindings(face), ...stemFindings(face), ...absoluteFindings(face), ...sourceFindings(face, source)]
}

function signFindings(face: Face): Finding[] {
  const fields: (readonly [string, string])[] = [
    ['stem', face.stem],
    ['explanation', face.explanation],
    ...face.options.map((option, at) => [`options.${at + 1}`, option.text] as const),
    ...face.others.map(text => ['words', text] as const),
  ]
  return fields.flatMap(([field, text]) => {
    const place = face.at + field
    const findings: Finding[] = []
    const blank = BLANK_BETWEEN.exec(text)?.[0]
    if (blank !== undefined)
      findings.push({
        code: 'blank-between',
        severity: 'warning',
        place,
        zh: `汉字与汉字、字母或数字之间有空格：“${blank}”`,
        en: `a blank beside a Chinese character: "${blank}"`,
      })
    const mark = HALF_WIDTH.exec(text)?.[0]
    if (mark !== undefined)
      findings.push({
        code: 'half-width-mark',
        severity: 'warning',
        place,
        zh: `中文里用了半角标点：“${mark}”`,
        en: `a half-width mark in Chinese text: "${mark}"`,
      })
    return findings
  })
}

function stemFindings({ at, stem, endsInWords, type }: Face): Finding[] {
  const place = `${at}stem`
  const findings: Finding[] = []
  if (endsInWords && !END_MARK.test(stem.trim()))
    findings.push({ code: 'stem-unmarked', severity: 'warning', place, zh: '题干末尾没有标点', en: 'the stem ends without a mark' })
  const twice = DOUBLE_NEGATION.exec(stem)?.[0]
  if (twice !== undefined)
    findings.push({
      code: 'double-negation',
      severity: 'warning',
      place,
      zh: `题干有双重否定：“${twice}”`,
      en: `the stem negates twice: "${twice}"`,
    })
  const asks = type === 'single-choice' || type === 'multiple-choice'
  const negation = asks ? lastSentence(stem).match(NEGATION) : null
  if (negation && lastSentence(stem).length - (negation.index ?? 0) > FAR)
    findings.push({
      code: 'negation-unclear',
      severity: 'note',
      place,
      zh: `否定词“${negation[0]}”离问句末尾较远，容易被忽略`,
      en: `the negation "${negation[0]}" stands far from the end and is easily overread`,
    })
  return findings
}

function lastSentence(stem: string): string {
  return stem.split(/[。？！\n]/).findLast(part => part.trim() !== '') ?? ''
}

function absoluteFindings(face: Face): Finding[] {
  const spoken = face.verdict === false ? ABSOLUTE.exec(face.stem)?.[0] : undefined
  const statement: Finding[] =
    spoken === undefined
      ? []
      : [
          {
            code: 'absolute-word',
            severity: 'warning',
            place: `${face.at}stem`,
            zh: `错误的判断句里有绝对化用语“${spoken}”，成为提示`,
            en: `a false statement gives itself away by the absolute word "${spoken}"`,
          },
        ]
  // an absolute word tells something only where the right options have none
  if (face.options.some(option => option.right && ABSOLUTE.test(option.text))) return statement
  const wrong = face.options.flatMap((option, at) => {
    const word = option.right ? undefined : ABSOLUTE.exec(option.text)?.[0]
    if (word === undefined) return []
    const place = `${face.at}options.${at + 1}`
    return [
      {
        code: 'absolute-option',
        severity: 'note',
        place,
        zh: `只有错误选项用了“${word}”`,
        en: `only wrong options use "${word}"`,
      } satisfies Finding,
    ]
  })
  return [...statement, ...wrong]
}

function sourceFindings({ at, stem, options, explanation }: Face, source: string | null): Finding[] {
  if (source !== null) return []
  const law = LAW.exec([stem, ...options.map(option => option.text), explanation].join('\n'))?.[0]
  if (law === undefined) return []
  return [
    {
      code: 'source-missing',
      severity: 'warning',
      place: `${at}source`,
      zh: `文中引用${law}，但没有填写出处`,
      en: `the text names ${law}, but no source is stated`,
    },
  ]
}
