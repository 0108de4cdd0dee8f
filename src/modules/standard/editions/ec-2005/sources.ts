import type { ProvenanceText } from '../../core/provenance.ts'

export const applicationGuide: ProvenanceText =
  'found:https://a.kaidian800.com/%e7%94%b5%e5%ad%90%e5%95%86%e5%8a%a1%e5%b8%88%e6%8a%a5%e8%80%83%e6%8c%87%e5%8d%97/'
export const conditionsGuide: ProvenanceText = 'found:https://lssyyey.net/tiaojian_305016'
export const conditionsNotice: ProvenanceText = 'found:https://jnjd.tstc.edu.cn/info/1015/1055.htm'
export const examGuide2017: ProvenanceText = 'found:http://chuguixing.cn/course/221882.html'
export const internetDeck: ProvenanceText = 'found:https://www.renrendoc.com/paper/128860233.html'
export const jiangsuTimetable: ProvenanceText = 'found:http://yueyangzc.cn/n1979629c945.aspx'
export const moduleNotice2008: ProvenanceText = 'found:http://szedu.net/vip/article/2008-5-12/28557-1.htm'
export const paperGuide2017: ProvenanceText = 'found:https://wddqw.com/qK3I.html'
export const teachingOutline: ProvenanceText = 'found:unaddressed:助理电子商务师培训教案(理论知识)'
export const textbookChapterNine: ProvenanceText = 'found:https://www.liuxue86.com/k_助理电子商务师考试/'
export const weightDeck: ProvenanceText = 'found:https://renrendoc.com/paper/240178353.html'
