import type { Language } from '../../../../ui/words.ts'
import type { EditionExam, KnowledgeArea, LevelCode, Occupation, Task, TrainingModule } from '../../contract.ts'
import { listed, textOf } from './code-texts.ts'
import { levelName, levelNames } from './level-names.ts'
import { readable } from './readable.ts'
import { sayCalendar, sayPassRule, sayPatterns, sayRatios, sayRoom } from './say-exam.ts'

type Sayer = (value: never, language: Language) => readonly string[]
type Exam<K extends keyof EditionExam> = NonNullable<EditionExam[K]> extends { readonly value: infer T } ? T : never
type Stated<K extends keyof Occupation> = NonNullable<Occupation[K]>['value']

const SILENT = { zh: '未作规定', en: 'not stated' }

/** What a statement of an edition says, in lines. `path` is that of the fact (`factsOf`, `diffEditions`); the value is told by what the path names. */
export function sayValue(path: readonly string[], value: unknown, language: Language): readonly string[] {
  if (value === null) return [SILENT[language]]
  const sayer = sayerOf(path)
  return sayer ? sayer(value as never, language) : sayPlain(value, language)
}

function sayerOf(path: readonly string[]): Sayer | undefined {
  const [head, , third] = path
  if (head === 'weights') return sayWeight
  if (head === 'basics' && path[1] === 'knowledge') return sayKnowledge
  if (head === 'functions') return sayRequirement
  if (head === 'levels' && third === 'eligibility') return sayClause
  return SAYERS[path.join('.').replace(/^levels\.\w+\./, 'levels.')]
}

const unit =
  (zh: string, en: string): Sayer =>
  (n: number, language) => [language === 'zh' ? zh.replace('#', String(n)) : en.replace('#', String(n))]
const minutes = unit('#分钟', '# minutes')
const yesNo =
  (yes: readonly [string, string], no: readonly [string, string]): Sayer =>
  (value: boolean, language) => [(value ? yes : no)[language === 'zh' ? 0 : 1]]
const levels: Sayer = (codes: readonly LevelCode[], language) => [levelNames(codes, language)]

const SAYERS: Readonly<Record<string, Sayer>> = {
  source: saySource,
  year: unit('#年', '#'),
  cumulative: yesNo(['高级别涵盖低级别的要求', 'higher levels include the lower ones'], ['各级别要求互不涵盖', 'levels stand alone']),
  'occupation.workTypes': sayWorkTypes,
  'occupation.abilities': sayAbilities,
  'levels.nationalGrade': (grade: 1 | 2 | 3 | 4 | 5, language) => [levelName(`L${grade}`, language)],
  'levels.trainingHours': unit('不少于#标准学时', 'at least # standard hours'),
  'levels.theoryMinutes': minutes,
  'levels.skillMinutes': minutes,
  'levels.review.minutes': minutes,
  'levels.review.required': yesNo(['必考', 'required'], ['选考', 'optional']),
  'exam.passRule': (rule: Exam<'passRule'>, language) => [sayPassRule(rule, language)],
  'exam.calendar': (rule: Exam<'calendar'>, language) => [sayCalendar(rule, language)],
  'exam.ratios': sayRatios,
  'exam.room': (room: Exam<'room'>, language) => [sayRoom(room, language)],
  'exam.theoryItemPatterns': sayPatterns,
  'exam.reviewLevels': levels,
  'exam.openLevels': levels,
  'exam.theoryMinutesAllowed': (all: readonly number[], language) => [
    all.map(n => (language === 'zh' ? `${n}分钟` : `${n} minutes`)).join(language === 'zh' ? '或' : ' or '),
  ],
  'exam.skillMinutesUsual': unit('#分钟', '# minutes'),
  'exam.venues': (value: Exam<'venues'>, language) => Object.entries(value).map(([use, text]) => colon(use, text, language)),
  'exam.process.modules': (all: readonly TrainingModule[], language) => [
    listed(
      all.map(module => module.name),
      language,
    ),
  ],
  'exam.process.registrationDeadlineDaysBefore': unit('考试前#日', '# days before the exam'),
  'exam.final.registrationDeadlineDaysBefore': unit('考试前#日', '# days before the exam'),
  venues: (all: readonly { readonly use: string; readonly text: string }[], language) =>
    all.map(({ use, text }) => colon(use, text, language)),
}

/** Sources one a line: lines of the founding text, or an address with its percent signs resolved. */
function saySource(text: string, language: Language): readonly string[] {
  return text.split(/[;,]\s+/).map(source => {
    const lines = /^seed:(L\d+)-(L\d+)$/.exec(source)
    if (!lines) return readable(source)
    return language === 'zh' ? `种子文本${lines[1]}—${lines[2]}` : `founding text ${lines[1]}–${lines[2]}`
  })
}

function sayPlain(value: unknown, language: Language): readonly string[] {
  if (typeof value === 'string') return [textOf(value, language)]
  if (Array.isArray(value) && value.every(one => typeof one === 'string')) return [listed(value, language)]
  return [String(value)]
}

function colon(use: string, text: string, language: Language): string {
  return `${textOf(use, language)}${language === 'zh' ? '：' : ': '}${text}`
}

function sayWorkTypes(types: Stated<'workTypes'>, language: Language): readonly string[] {
  return types.map(type => {
    if (typeof type === 'string') return type
    return language === 'zh' ? `${type.name}（${levelNames(type.levels, 'zh')}）` : `${type.name} (${levelNames(type.levels, 'en')})`
  })
}

function sayAbilities(abilities: Stated<'abilities'>, language: Language): readonly string[] {
  if (typeof abilities === 'string') return [abilities]
  const { veryImportantOrImportant, rated } = abilities
  return language === 'zh'
    ? [`重要或非常重要：${listed(veryImportantOrImportant, 'zh')}`, `一般：${listed(rated, 'zh')}`]
    : [`Important or very important: ${listed(veryImportantOrImportant, 'en')}`, `Rated: ${listed(rated, 'en')}`]
}

function sayWeight(weight: number | string, language: Language): readonly string[] {
  return typeof weight === 'number' ? [`${weight}%`] : sayPlain(weight, language)
}

function sayClause({ text }: { readonly text: string }): readonly string[] {
  return [text]
}

function sayKnowledge({ items, variant, note }: Pick<KnowledgeArea, 'items' | 'variant' | 'note'>, language: Language): readonly string[] {
  const other = variant ? [(language === 'zh' ? '另一文本：' : 'Another text: ') + listed(variant, language)] : []
  return [listed(items, language), ...other, ...(note ? [(language === 'zh' ? '注：' : 'Note: ') + textOf(note, language)] : [])]
}

type Requirement = Partial<Pick<Task, 'skills' | 'knowledge'>> & { readonly name?: string; readonly note?: string }

function sayRequirement({ name, note, skills, knowledge }: Requirement, language: Language): readonly string[] {
  const head = language === 'zh' ? ['技能要求：', '相关知识：', '注：'] : ['Skills: ', 'Knowledge: ', 'Note: ']
  return [
    ...(name ? [name] : []),
    ...(skills ? [head[0] + listed(skills, language)] : []),
    ...(knowledge ? [head[1] + listed(knowledge, language)] : []),
    ...(note ? [head[2] + textOf(note, language)] : []),
  ]
}
