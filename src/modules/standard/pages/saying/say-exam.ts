import type { Language } from '../../../../ui/words.ts'
import type { CalendarRule, EditionExam, Stated } from '../../contract.ts'

type ValueOf<K extends keyof EditionExam> = NonNullable<EditionExam[K]> extends Stated<infer T> ? T : never

/** 合格标准 in a sentence. */
export function sayPassRule(rule: ValueOf<'passRule'>, language: Language): string {
  const { scale, theoryMin, skillMin, reviewMin } = rule
  if (language === 'en') {
    const third = reviewMin === undefined ? '' : `, review ${reviewMin}`
    return `Out of ${scale}: theory at least ${theoryMin}, practical ${skillMin}${third}; all must be reached`
  }
  const third = reviewMin === undefined ? '' : `，综合评审${reviewMin}分`
  return `满分${scale}分，理论知识${theoryMin}分、操作技能${skillMin}分${third}及以上，各项均达到者为合格`
}

/** 鉴定日期 in a sentence. */
export function sayCalendar(rule: CalendarRule, language: Language): string {
  const zh = language === 'zh'
  if (rule.kind === 'rule') {
    const months = rule.months.join(zh ? '、' : ', ')
    return zh
      ? `每年${months}月的最后一个星期日；逢法定节假日顺延一周`
      : `The last Sunday of the months ${months}; a week later when it is a public holiday`
  }
  const windows = rule.windows.map(window => window.months.join(zh ? '至' : '–')).join(zh ? '月、' : ', ')
  return zh ? `每年${windows}月，一年${rule.perYear.replace('-', '至')}次` : `Months ${windows}; ${rule.perYear} times a year`
}

/** 考评人员与考生配比, one line each. */
export function sayRatios(ratios: ValueOf<'ratios'>, language: Language): string[] {
  const { theoryInvigilatorsPerCandidates, minInvigilatorsPerRoom, skillAssessorsPerCandidates, minSkillAssessors } = ratios
  const { skillAssessorsOdd, minReviewers, reviewersOdd } = ratios
  if (language === 'en')
    return [
      `Theory: invigilators to candidates ${theoryInvigilatorsPerCandidates}, at least ${minInvigilatorsPerRoom} a room`,
      `Practical: assessors to candidates ${skillAssessorsPerCandidates}, at least ${minSkillAssessors}${skillAssessorsOdd ? ', an odd number' : ''}`,
      `Review: at least ${minReviewers} members${reviewersOdd ? ', an odd number' : ''}`,
    ]
  return [
    `理论知识考试监考人员与考生配比${theoryInvigilatorsPerCandidates}，每个标准教室不少于${minInvigilatorsPerRoom}名`,
    `操作技能考核考评人员与考生配比${skillAssessorsPerCandidates}，不少于${minSkillAssessors}名${skillAssessorsOdd ? '，且为单数' : ''}`,
    `综合评审委员不少于${minReviewers}名${reviewersOdd ? '，且为单数' : ''}`,
  ]
}

/** 考场设备 in a sentence. */
export function sayRoom(room: ValueOf<'room'>, language: Language): string {
  const { servers, managementMachines, candidateMachinesMin, cameras } = room
  return language === 'zh'
    ? `服务器${servers}台、管理机${managementMachines}台、考生机不少于${candidateMachinesMin}台、摄像头${cameras}个`
    : `${servers} server, ${managementMachines} management machine, at least ${candidateMachinesMin} candidate machines, ${cameras} cameras`
}

/** 理论知识题型题量, one line for each pattern. */
export function sayPatterns(patterns: ValueOf<'theoryItemPatterns'>, language: Language): string[] {
  return patterns.map(({ single, judge, pointsEach }) =>
    language === 'zh'
      ? `单项选择题${single}题${judge > 0 ? `、判断题${judge}题` : ''}，每题${pointsEach}分`
      : `${single} single choice${judge > 0 ? `, ${judge} true/false` : ''}, ${pointsEach} mark each`,
  )
}
