import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../kernel/local-date.ts'
import { must } from '../fixtures.ts'
import type { Clause, LevelCode } from './clause.ts'
import type { EditionId } from './edition.ts'
import { examTimes } from './exam/exam-times.ts'
import { calendarRule, examStructure, trainingModules } from './exam/structure.ts'
import { hoursDemand, trainingHours } from './level/hours.ts'
import { levelCodes, levelOf, levelsNamed } from './level/levels.ts'
import { EDITIONS, allEditions, editionOf } from './registry.ts'
import { isLevelOpen, numberFormatOn, schemeYear } from './scheme/scheme-rules.ts'
import { SCHEMES } from './scheme/schemes.ts'
import { headingCorrection, leastYearsIn, partNamed, trainingModuleName } from './terms/aliases.ts'
import { COURSE_KINDS, earnsCompletionProof } from './terms/course-kinds.ts'
import { EQUIVALENCES, nationalLevels } from './terms/equivalence.ts'

/*
 * The sources contradict each other. Nothing is decided away: for each contradiction both readings live side by side,
 * each under its edition or scheme, or as an alias of one concept.
 */
const early = editionOf('ec-2001-trial-early')
const trial = editionOf('ec-2002-trial')
const e2005 = editionOf('ec-2005')
const local = editionOf('ec-2016-local-liaoning')
const draft = editionOf('ec-2021-draft')
const e2022 = editionOf('ec-2022')
const national = SCHEMES['national-qualification']
const names = (id: EditionId) => levelCodes(editionOf(id)).map(code => must(levelOf(editionOf(id), code)).name.value)
const clauses = (id: EditionId, code: LevelCode): readonly Clause[] => must(levelOf(editionOf(id), code)).eligibility
const clause = (id: EditionId, code: LevelCode, number: string): Clause => {
  const found = clauses(id, code).find(candidate => candidate.id === number)
  assert.ok(found, `${id} ${number}`)
  return found
}
/** The clause as a short formula: predicates joined with “+”. */
const formula = ({ all }: Clause): string =>
  all
    .map(predicate => {
      switch (predicate.p) {
        case 'work':
          return `${predicate.mode === 'probation' ? 'probation' : 'work'} ${predicate.minYears}${predicate.since ? ` since ${predicate.since}` : ''}`
        case 'training':
          return 'training'
        case 'certificate':
          return `certificate ${predicate.level}`
        case 'education':
          return `${predicate.min} ${predicate.major}`
        default:
          return predicate.p
      }
    })
    .join(' + ')
const formulas = (id: EditionId, code: LevelCode) => clauses(id, code).map(formula)

describe('1 names of the levels', () => {
  test('each edition has its own names for the same national levels', () => {
    assert.deepEqual(names('ec-2001-trial-early'), ['助理电子商务师', '初级电子商务师', '中级电子商务师', '高级电子商务师'])
    assert.deepEqual(names('ec-2002-trial'), ['电子商务员', '助理电子商务师', '电子商务师', '高级电子商务师'])
    assert.deepEqual(names('ec-2016-local-liaoning'), ['电子商务师四级', '电子商务师三级', '电子商务师二级'])
    assert.deepEqual(names('ec-2022'), ['五级/初级工', '四级/中级工', '三级/高级工', '二级/技师', '一级/高级技师'])
  })

  test('助理电子商务师 is national level 4 in the earliest text and 3 in the later ones; the code tells them apart', () => {
    assert.deepEqual(levelsNamed([early, trial], '助理电子商务师'), [
      { edition: 'ec-2001-trial-early', level: 'L4' },
      { edition: 'ec-2002-trial', level: 'L3' },
    ])
    assert.equal(must(levelOf(early, 'L4')).nationalGrade.value, 4)
    assert.equal(must(levelOf(trial, 'L3')).nationalGrade.value, 3)
  })

  test('the other issuer’s lowest step is 助理 or 员, two national levels at once', () => {
    assert.deepEqual(
      EQUIVALENCES.map(entry => entry.name),
      ['初级', '中级', '高级'],
    )
    assert.deepEqual(nationalLevels('elementary'), ['L4', 'L3'])
  })
})

test('2 hours: 240/200/200/180, 200/230/200/180 and 80/60/60/40/40 each under its edition', () => {
  const hours = (id: EditionId) => levelCodes(editionOf(id)).map(code => must(trainingHours(editionOf(id), code)).value)
  assert.deepEqual(hours('ec-2005'), [240, 200, 200, 180])
  assert.deepEqual(hours('ec-2002-trial'), [200, 230, 200, 180])
  assert.deepEqual(hours('ec-2022'), [80, 60, 60, 40, 40])
})

test('3 entry to level 4: probation with training in the trial; one year of work alone, or training alone, in 2005', () => {
  assert.deepEqual(formulas('ec-2002-trial', 'L4'), ['probation 1 + training', 'secondary own'])
  assert.deepEqual(formulas('ec-2005', 'L4'), ['work 1', 'secondary own', 'training'])
})

test('4 first line of level 3: certificate, one year and training in the trial; six years of work in 2005', () => {
  assert.equal(formulas('ec-2002-trial', 'L3')[0], 'certificate L4 + work 1 since cert:L4 + training')
  assert.equal(formulas('ec-2005', 'L3')[0], 'work 6')
})

describe('5 wording of the same line', () => {
  test('连续从事满6年 and 连续工作6年以上 demand the same years', () => {
    const work = clause('ec-2005', 'L3', 'L3-1').all[0]
    assert.ok(work?.p === 'work' && work.continuous)
    for (const wording of ['连续从事满6年', '连续工作6年以上']) assert.equal(leastYearsIn(wording), work.minYears)
  })

  test('own field and own or related field are different marks of the same kind of clause', () => {
    const major = (id: EditionId) => {
      const school = clause(id, 'L3', 'L3-2').all[0]
      return school?.p === 'education' ? school.major : null
    }
    assert.equal(major('ec-2005'), 'own')
    assert.equal(major('ec-2016-local-liaoning'), 'ownOrRelated')
    assert.match(clause('ec-2005', 'L3', 'L3-2').text, /另一种子文本写“本专业或相关专业”/)
  })
})

test('6 degree line of level 3: 本职业大专 is a misprint of 本专业大专, noted in the clause and read as own field', () => {
  const degree = clause('ec-2002-trial', 'L3', 'L3-3')
  assert.equal(formula(degree), 'associate own')
  assert.match(degree.text, /本专业大专及以上毕业\(种子写作“本职业”\)/)
  const correction = headingCorrection('本职业大专及以上毕业')
  assert.deepEqual([correction?.kind, correction?.means], ['misprint', '本专业大专及以上毕业'])
})

test('7 level 2: two lines in the trial, seven in 2005', () => {
  assert.deepEqual(formulas('ec-2002-trial', 'L2'), [
    'certificate L3 + work 2 since cert:L3 + training',
    'certificate L3 + work 5 since cert:L3',
  ])
  const later = formulas('ec-2005', 'L2')
  assert.equal(later.length, 7)
  assert.deepEqual(later.slice(0, 2), ['work 13', 'certificate L3 + work 5 since cert:L3'])
})

test('8 frequency: six dates a year by the trial’s rule, one or two by the windows of 2005, and each year of a scheme has its own', () => {
  const rule = must(calendarRule(trial))
  const windows = must(calendarRule(e2005))
  assert.ok(rule.kind === 'rule' && windows.kind === 'windows')
  assert.equal(rule.months.length, 6)
  assert.equal(windows.perYear, '1-2')
  assert.deepEqual(must(schemeYear(national, 2003)).calendar, rule)
  assert.deepEqual(must(schemeYear(national, 2010)).calendar, windows)
})

test('9 months: even months in one year, May–June and October–November (May and October within them) in another', () => {
  const monthsOf = (year: number) => {
    const { calendar } = must(schemeYear(national, year))
    if (calendar.kind === 'announced') return []
    return calendar.kind === 'rule' ? calendar.months : calendar.windows.flatMap(window => window.months)
  }
  assert.deepEqual(monthsOf(2003), [2, 4, 6, 8, 10, 12])
  assert.deepEqual(monthsOf(2010), [5, 6, 10, 11])
  for (const month of [5, 10]) assert.ok(monthsOf(2010).includes(month))
})

test('10 skill time of level 4: 90 minutes in the trial, 120 in 2005', () => {
  const skill = (edition: typeof trial) => {
    const time = must(examTimes(edition, 'L4')).skill
    return time.kind === 'timed' ? [time.minutes, time.clock?.until] : time.kind
  }
  assert.deepEqual(skill(trial), [90, '12:00'])
  assert.deepEqual(skill(e2005), [120, '12:30'])
})

test('11 medium: all on computer in the trial, closed paper also allowed in 2005', () => {
  assert.deepEqual(trial.exam?.delivery, { value: 'allOnComputer', provenance: 'seed' })
  assert.equal(e2005.exam?.delivery.value, 'theory: computer or closed paper; ability: computer or written')
})

test('12 structure: modules and final in the trial, plain parts with review in 2005', () => {
  assert.equal(examStructure(trial).kind, 'quizzes-and-final')
  assert.deepEqual(examStructure(e2005), { kind: 'parts', parts: ['theory', 'skill'], reviewLevels: ['L2', 'L1'] })
})

test('13 the modules’ last name: 电子支付 is an alias of 电子交易', () => {
  const last = trainingModules(trial).at(-1)?.name
  assert.equal(last, '电子交易')
  assert.equal(trainingModuleName('电子支付'), last)
})

test('14 teachers: a title only in the earliest text, a title or an own qualification in the later ones', () => {
  const upper = (id: EditionId) => EDITIONS[id].teachers?.value.find(entry => entry.levels.includes('L2'))?.requirement
  assert.equal(upper('ec-2001-trial-early'), '相关专业中级及以上职称')
  assert.equal(upper('ec-2002-trial'), '相关专业中级及以上职称或高级电子商务师资格')
  assert.equal(upper('ec-2005'), '高级电子商务师资格,或相关专业中级及以上职称')
})

describe('15 definition and environment', () => {
  test('three definitions stand, and a variant of the first beside it', () => {
    const texts = [trial, e2005, e2022].map(edition => edition.occupation?.definition?.value)
    assert.equal(new Set(texts).size, 3)
    assert.ok(texts.every(text => text !== undefined))
    assert.ok(trial.occupation?.definitionVariant)
    assert.notEqual(trial.occupation.definitionVariant.value, trial.occupation.definition?.value)
  })

  test('normal temperature stands in the trial and is dropped in 2005', () => {
    assert.deepEqual(trial.occupation?.environment?.value, ['室内', '室外', '常温'])
    assert.deepEqual(e2005.occupation?.environment?.value, ['室内', '室外'])
  })
})

test('16 rooms: a certified classroom for the trial’s theory exam, any networked room in 2005', () => {
  const venue = (id: EditionId, use: string) => EDITIONS[id].venues?.value.find(entry => entry.use === use)?.text
  assert.equal(venue('ec-2002-trial', 'theoryExam'), '劳动部认证的标准教室')
  assert.equal(venue('ec-2005', 'training'), '有网络、教学设备和软件、可上网的教室,或网上教学系统')
  assert.equal(venue('ec-2005', 'theoryExam'), undefined)
})

test('17 basics: four items with the fifth kept as a variant; the misprinted payment heading is a corrected alias', () => {
  const computing = trial.basics.knowledgeAreas[0]
  assert.equal(computing?.items.length, 4)
  assert.deepEqual(computing?.variant, ['数据处理基础(考评员培训文本多出一项)'])
  const payment = trial.basics.knowledgeAreas.find(area => area.area === headingCorrection('电子文件基础知识')?.means)
  assert.equal(payment?.note, 'seed heading is misprinted as 电子文件基础知识')
})

test('18 issuer: labour ministry and industry ministry’s exam centre, each under its scheme', () => {
  assert.equal(national.issuer.value.zh, '劳动保障行政主管部门')
  assert.equal(SCHEMES['industry-certificate'].issuer.value.zh, '工业和信息化主管部门考试中心')
  for (const { issuer } of [national, SCHEMES['industry-certificate']]) assert.equal(issuer.provenance, 'seed')
})

test('19 open levels: 4 and 3 in some years, 4, 3 and 2 in others', () => {
  const open = (year: number) => (['L4', 'L3', 'L2', 'L1'] as const).filter(level => isLevelOpen(national, year, level).ok)
  assert.deepEqual(open(2003), ['L4', 'L3'])
  assert.deepEqual(open(2010), ['L4', 'L3', 'L2'])
  const { demonstration } = SCHEMES
  assert.equal(isLevelOpen(demonstration, 2026, 'L2').ok, false)
  assert.equal(isLevelOpen(demonstration, 2027, 'L2').ok, true)
})

test('20 terms: 技能操作, 操作技能, 专业能力 and 技术能力 are one concept', () => {
  assert.deepEqual(['技能操作', '操作技能', '专业能力', '技术能力'].map(partNamed), ['skill', 'skill', 'skill', 'skill'])
})

test('21 training length: one to two weeks is a pre-exam course, 240 hours a full one, and only the full one earns the proof', () => {
  const demand = must(hoursDemand(e2005, 'L4', 'course'))
  assert.deepEqual(COURSE_KINDS['pre-exam'].length, { kind: 'weeks', least: 1, most: 2 })
  assert.ok(demand.kind === 'standard-hours' && demand.hours.value === 240)
  assert.equal(earnsCompletionProof('pre-exam', demand, 240), false)
  assert.equal(earnsCompletionProof('full', demand, 240), true)
})

test('22 “national or trial”: sessions of the first years are trial ones in four places, later ones national', () => {
  const pilot = must(schemeYear(national, 2003))
  assert.deepEqual([pilot.sessions, pilot.provinces], ['trial', ['北京', '天津', '上海', '江西']])
  const later = must(schemeYear(national, 2010))
  assert.deepEqual([later.sessions, later.provinces], ['national', null])
})

test('23 occupation code: 4-01-02-02 in the draft, 4-01-06-01 in 2022', () => {
  assert.equal(draft.occupation?.code?.value, '4-01-02-02')
  assert.equal(e2022.occupation?.code?.value, '4-01-06-01')
})

test('24 end of 2018: the qualification ends with its scheme, level recognition begins, and old certificates keep their format', () => {
  assert.equal(national.until.value, '2018-12-31')
  assert.equal(isLevelOpen(national, 2018, 'L4').ok, true)
  assert.equal(isLevelOpen(national, 2019, 'L4').ok, false)
  const recognition = SCHEMES['level-recognition']
  assert.equal(recognition.from.value, '2019-01-01')
  assert.equal(isLevelOpen(recognition, 2019, 'L4').ok, true)
  assert.equal(must(numberFormatOn(national, localDate('2018-12-31'))), 'qualification-16')
  assert.equal(must(numberFormatOn(recognition, localDate('2019-01-01'))), 'level-22')
})

test('all editions in which the readings live stand in the registry at once', () => {
  assert.deepEqual(
    allEditions()
      .map(edition => edition.id)
      .filter(id => [early, trial, e2005, local, draft, e2022].some(e => e.id === id)),
    ['ec-2001-trial-early', 'ec-2002-trial', 'ec-2005', 'ec-2016-local-liaoning', 'ec-2021-draft', 'ec-2022'],
  )
})
