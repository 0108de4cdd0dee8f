import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../../kernel/local-date.ts'
import { type EditionId, type LevelCode, editionOf } from '../../../standard/contract.ts'
import { type Person, person } from '../border-cases/person.ts'
import { judgeEligibility, levelTerms } from '../eligibility.ts'
import { elapsed, elapsedEn, elapsedZh } from './elapsed.ts'
import { eligibilityText, findingText, predicateText } from './finding-text.ts'

function judged(editionId: EditionId, level: LevelCode, p: Person, on: string) {
  const edition = editionOf(editionId)
  const names = (code: string) => {
    const zh = edition.levels.find(l => l.code.value === code)?.name.value ?? code
    return { zh, en: code }
  }
  const eligibility = judgeEligibility({ ...levelTerms(edition, level), dossier: p.dossier(), on: localDate(on) })
  const clause = (id: string) => {
    const found = eligibility.findings.find(f => f.clauseId === id)
    assert.ok(found)
    return found
  }
  return {
    told: (id: string) => findingText(clause(id), names),
    parts: (id: string) => clause(id).predicates.map(f => predicateText(f, names)),
    all: eligibilityText(eligibility),
  }
}

describe('a finding in words', () => {
  test('says how long the work lasted, what is missing and the first day', () => {
    const { told, all } = judged('ec-2005', 'L3', person().works('2022-12-05').holds('L4', '2022-12-05'), '2026-02-05')
    assert.deepEqual(told('L3-3'), {
      zh: '「第3款：取得电子商务员证书后连续工作4年以上」未满足：取证后连续工作3年2个月，还差10个月，最早2026年12月5日满足。',
      en: 'Clause 3 "取得电子商务员证书后连续工作4年以上" not met: 3 years 2 months of continuous work since the certificate, 10 months short, true on 5 December 2026 at the earliest.',
    })
    assert.equal(all.zh, '暂不符合申报条件，按目前情况最早2026年12月5日符合。')
  })

  test('says what a met clause rests on', () => {
    const { told, all } = judged('ec-2005', 'L3', person().works('2022-12-05').holds('L4', '2022-12-05'), '2026-12-05')
    assert.equal(
      told('L3-3').zh,
      '「第3款：取得电子商务员证书后连续工作4年以上」已满足：持有电子商务员证书（编号L4-2022-12-05，2022年12月5日取得）；取证后连续工作4年。',
    )
    assert.deepEqual(all, { zh: '符合申报条件（第3款）。', en: 'Eligible (clause 3).' })
  })

  test('names a claimed fact once, and asks for its evidence', () => {
    const { told, all, parts } = judged('ec-2005', 'L3', person().works('2022-12-05').holds('L4', '2022-12-05').unproven(), '2026-12-05')
    assert.match(told('L3-3').zh, /所述情况满足，待补证明材料：持有.*；取证后连续工作4年；2022年12月5日取得的证书尚无证明材料。$/)
    assert.equal(parts('L3-3')[1]?.zh, '取证后连续工作4年，但2022年12月5日取得的证书尚无证明材料')
    assert.equal(all.zh, '所述情况符合第3款，可以申报，审核时须提交或出示证明材料。')
  })

  test('names the missing certificate instead of the work that would follow it', () => {
    const { told, parts, all } = judged('ec-2002-trial', 'L2', person().worked('2001-01-01', '2003-12-31'), '2005-01-01')
    assert.equal(told('L2-2').zh, '「第2款：取得助理证书后连续工作5年以上」未满足：未持有助理电子商务师证书。')
    assert.equal(parts('L2-2')[1]?.zh, '未持有有效的助理电子商务师证书，工作年限无从起算')
    assert.equal(all.zh, '不符合申报条件，按目前情况不会随时间符合。')
  })

  test('says that ended work grows no longer, and which work was not counted', () => {
    const { told } = judged(
      'ec-2005',
      'L4',
      person()
        .worked('2006-01-01', '2006-11-30')
        .didWork('2007-01-01', null, { occupation: 'related' })
        .didWork('2006-12-01', '2006-12-31', { mode: 'probation' }),
      '2008-01-01',
    )
    assert.match(told('L4-1').zh, /未满足：连续从事本职业工作11个月（相关职业工作、见习期不计入），还差1个月，按目前情况不会随时间满足。$/)
  })

  test('lists every part in which the nearest diploma falls short', () => {
    const { told } = judged(
      'ec-2002-trial',
      'L4',
      person().graduated('secondary', 'related', '2003-07-01', { at: '技工学校' }),
      '2004-01-01',
    )
    assert.match(told('L4-2').zh, /未满足：所学为相关专业（须本专业）、培养目标不符（须以中级技能为目标）、所学专业未经劳动保障部门认定。$/)
  })

  test('tells the final year, the final term and graduation apart', () => {
    const student = () => person().studies('secondary', 'own', '2017-07-01', { aim: 'intermediate', at: '中等职业学校' })
    assert.match(
      judged('ec-2016-local-liaoning', 'L4', student(), '2016-07-01').told('L4-3').zh,
      /：2017年7月1日毕业，尚未进入毕业学期，最早2017年1月1日满足。$/,
    )
    assert.match(
      judged('ec-2005', 'L4', student(), '2017-06-30').told('L4-2').zh,
      /：尚未毕业，最早2017年7月1日满足（届时须提交或出示证明材料）。$/,
    )
    const graduate = person().graduated('associate', 'own', '2016-07-01', { at: '高等职业学校' })
    assert.match(
      judged('ec-2016-local-liaoning', 'L4', graduate, '2016-09-01').told('L4-4').zh,
      /：已于2016年7月1日毕业，仅限毕业班在校学生。$/,
    )
  })

  test('adds the day of the whole clause when several predicates are missing', () => {
    const p = person().works('2002-06-01').holds('L4', '2002-06-15').trained('L3', 230, '2003-08-10', 'ec-2002-trial')
    const { zh, en } = judged('ec-2002-trial', 'L3', p, '2003-01-15').told('L3-1')
    assert.match(
      zh,
      /：取证后连续工作7个月（取证前的工作不计入），还差5个月，最早2003年6月15日满足；助理电子商务师培训2003年8月10日方结业；本款各项最早2003年8月10日同时满足。$/,
    )
    assert.match(en, /; the whole clause on 10 August 2003 at the earliest\.$/)
  })
})

describe('elapsed time', () => {
  test('is counted in whole calendar years, months and days', () => {
    const zh = (a: string, b: string) => elapsedZh(elapsed(localDate(a), localDate(b)))
    assert.equal(zh('2022-12-05', '2026-02-05'), '3年2个月')
    assert.equal(zh('2024-01-31', '2024-02-29'), '1个月')
    assert.equal(zh('2024-01-31', '2024-02-28'), '28天')
    assert.equal(zh('2024-03-01', '2024-03-01'), '0天')
    assert.equal(elapsedEn({ years: 1, months: 0, days: 2 }), '1 year 2 days')
    assert.equal(elapsedEn({ years: 0, months: 0, days: 0 }), '0 days')
  })
})
