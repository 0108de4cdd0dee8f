import type { EditionExam } from '../../core/edition.ts'
import { examGuide2017, moduleNotice2008, paperGuide2017 } from './sources.ts'

/** 电子商务师国家职业标准(2005年版): 鉴定. */
export const exam: EditionExam = {
  delivery: { value: 'theory: computer or closed paper; ability: computer or written', provenance: examGuide2017 },
  passRule: { value: { scale: 100, theoryMin: 60, skillMin: 60, both: true }, provenance: examGuide2017 },
  reviewLevels: { value: ['L2', 'L1'], provenance: examGuide2017 },
  theoryItemPatterns: {
    value: [
      { single: 100, judge: 0, pointsEach: 1 },
      { single: 80, judge: 20, pointsEach: 1 },
    ],
    provenance: paperGuide2017,
  },
  theoryMinutesAllowed: { value: [90, 120], provenance: paperGuide2017 },
  skillMinutesUsual: { value: 120, provenance: paperGuide2017 },
  openLevels: { value: ['L4', 'L3', 'L2'], provenance: 'seed' },
  process: {
    modules: {
      value: [
        { code: 'M1', name: '基础知识' },
        { code: 'M2', name: '网络使用' },
        { code: 'M3', name: '网络营销' },
        { code: 'M4', name: '电子交易' },
      ],
      provenance: moduleNotice2008,
    },
  },
  calendar: {
    value: { kind: 'windows', windows: [{ months: [5, 6] }, { months: [10, 11] }], perYear: '1-2' },
    provenance: moduleNotice2008,
  },
}
