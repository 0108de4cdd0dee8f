import type { Edition } from '../../core/edition.ts'
import { levels } from './levels.ts'
import { guangdongNotice2025 } from './sources.ts'

/** 2023年后通用申报条件(覆盖2022年版的申报条件) */
export const edition: Edition<'ec-2025-eligibility'> = {
  id: 'ec-2025-eligibility',
  title: { value: '2023年后通用申报条件(覆盖2022年版的申报条件)', provenance: guangdongNotice2025 },
  source: {
    value:
      'http://www.daxuedu.com/2025/06/15/%e3%80%90%e6%9c%80%e6%96%b0%e8%80%83%e6%9c%9f%e3%80%91%e5%b9%bf%e4%b8%9c-%e7%94%b5%e5%ad%90%e5%95%86%e5%8a%a1%e5%b8%88-%e7%bd%91%e5%95%86-%e8%81%8c%e4%b8%9a%e6%8a%80%e8%83%bd%e7%ad%89%e7%ba%a7; http://qqhb.sxqnjycy.com/addons/cms/identify/enroll_detail.html?id=3',
    provenance: guangdongNotice2025,
  },
  year: { value: 2025, provenance: guangdongNotice2025 },
  status: { value: 'eligibilityOverlay', provenance: 'reconstructed' },
  inheritsFrom: {
    value: 'ec-2022',
    fields: ['basics', 'functions', 'weights', 'exam', 'levels[].trainingHours'],
    provenance: 'reconstructed',
  },
  levels,
  basics: { ethics: [], knowledgeAreas: [] },
  functions: [],
  weights: {},
}
