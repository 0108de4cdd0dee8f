import type { EditionExam } from '../../core/edition.ts'
import { siblingStandardExcerpt, standardExcerpt2022 } from './sources.ts'

/** 电子商务师国家职业技能标准(2022年版): 鉴定. */
export const exam: EditionExam = {
  delivery: {
    value: 'theory: paper or computer; skill: on-site, simulated or computer; review (L2, L1): documents and defence',
    provenance: standardExcerpt2022,
  },
  venues: {
    value: { theory: '标准教室或计算机教室', skill: '可接入局域网和互联网、有教学设备和软件的教室', review: '标准教室或会议室' },
    provenance: standardExcerpt2022,
  },
  ratios: {
    value: {
      theoryInvigilatorsPerCandidates: '1:15',
      minInvigilatorsPerRoom: 2,
      skillAssessorsPerCandidates: '1:5',
      minSkillAssessors: 3,
      skillAssessorsOdd: true,
      minReviewers: 3,
      reviewersOdd: true,
    },
    provenance: siblingStandardExcerpt,
  },
  ratiosNote: {
    value: 'taken from a sibling 2021 standard (保育师) with the same section number 1.9.3; the e-commerce figures were not found',
    provenance: 'reconstructed',
  },
  passRule: { value: { scale: 100, theoryMin: 60, skillMin: 60, reviewMin: 60, all: true }, provenance: 'reconstructed' },
}
