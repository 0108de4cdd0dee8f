import type { EditionExam } from '../../core/edition.ts'
import { moduleNotice2008, operationsDeck } from './sources.ts'

/** 电子商务师国家职业标准(试行;四级名称改为电子商务员等): 鉴定. */
export const exam: EditionExam = {
  delivery: { value: 'allOnComputer', provenance: 'seed' },
  components: { value: ['theory', 'skill'], provenance: 'seed' },
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
    moduleParts: { value: ['theory', 'skill'], provenance: 'seed' },
    organiser: { value: '培训鉴定机构,在省级鉴定中心领导下,按培训进度', provenance: 'seed' },
    registrationDeadlineDaysBefore: { value: 7, provenance: operationsDeck },
    dataUpTo: { value: 'province', provenance: operationsDeck },
    gate: { value: '所有模块合格者方可参加全国综合考试', provenance: 'seed' },
    skillItemTypes: { value: ['实验题', '设计题'], provenance: moduleNotice2008 },
  },
  final: {
    organiser: { value: '全国统考', provenance: 'seed' },
    registrationDeadlineDaysBefore: { value: 14, provenance: operationsDeck },
    dataUpTo: { value: 'nation', provenance: operationsDeck },
    covers: { value: 'allModules', provenance: moduleNotice2008 },
    skillItemTypes: { value: ['商业实务题', '综合操作题'], provenance: moduleNotice2008 },
  },
  theoryItemTypes: { value: ['single', 'multiple'], provenance: moduleNotice2008 },
  passRule: { value: { scale: 100, theoryMin: 60, skillMin: 60, both: true }, provenance: moduleNotice2008 },
  calendar: {
    value: { kind: 'rule', months: [2, 4, 6, 8, 10, 12], day: 'lastSunday', onPublicHoliday: 'shiftOneWeekLater' },
    provenance: 'seed',
  },
}
