import type { InteractionType } from '../../../interactions/contract.ts'
import { type Face, type LintItem, facesOf } from './faces.ts'
import type { Finding } from './finding.ts'
import { optionFindings } from './option-findings.ts'
import { wordFindings } from './word-findings.ts'

/** Types whose key explains itself: a person reads the reference. */
const UNEXPLAINED: readonly InteractionType[] = ['short-answer', 'essay', 'file-answer', 'lab-task']
/** Seconds a mark may take, and characters a candidate of any level reads in a second. */
const SECONDS_PER_MARK = { least: 10, most: 400 }
const CHARACTERS_PER_SECOND = 12

/** Everything a machine can see in one item; the documents must be sound already. */
export function lintItem(item: LintItem): readonly Finding[] {
  const faces = facesOf(item)
  const found = faces.flatMap(face => [...wordFindings(face, item.source), ...optionFindings(face), ...explanationFindings(face)])
  return [...found, ...timeFindings(item, faces)]
}

function explanationFindings({ at, type, explanation, stem }: Face): Finding[] {
  if (UNEXPLAINED.includes(type)) return []
  const place = `${at}explanation`
  if (explanation === '') return [{ code: 'explanation-missing', severity: 'error', place, zh: '没有解析', en: 'there is no explanation' }]
  if (type === 'case' || explanation.length >= 10 || stem.length < 10) return []
  return [{ code: 'explanation-short', severity: 'note', place, zh: '解析过短', en: 'the explanation is very short' }]
}

function timeFindings({ seconds, marks }: LintItem, faces: readonly Face[]): Finding[] {
  if (seconds === null) return []
  const perMark = seconds / (marks / 100)
  const characters = faces.flatMap(face => [face.stem, ...face.options.map(option => option.text), ...face.others]).join('').length
  const reading = Math.ceil(characters / CHARACTERS_PER_SECOND)
  const findings: Finding[] = []
  if (perMark < SECONDS_PER_MARK.least || perMark > SECONDS_PER_MARK.most)
    findings.push({
      code: 'time-implausible',
      severity: 'warning',
      place: 'seconds',
      zh: `每分${Math.round(perMark)}秒，超出${SECONDS_PER_MARK.least}至${SECONDS_PER_MARK.most}秒的常理`,
      en: `${Math.round(perMark)} seconds a mark, outside ${SECONDS_PER_MARK.least} to ${SECONDS_PER_MARK.most}`,
    })
  if (seconds < reading)
    findings.push({
      code: 'time-short',
      severity: 'warning',
      place: 'seconds',
      zh: `${seconds}秒不够读完${characters}个字符`,
      en: `${seconds} seconds do not suffice to read ${characters} characters`,
    })
  return findings
}
