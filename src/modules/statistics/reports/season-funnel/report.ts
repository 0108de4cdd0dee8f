import type { Report } from '../../core/report.ts'
import { seasonView } from './compute.ts'
import type { SeasonCounts } from './counts.ts'

/** The funnel of one session: from applications to certificates, every arrow reconciled. */
export const seasonFunnel: Report<SeasonCounts> = {
  id: 'season-funnel',
  title: { zh: '考次全程核对', en: 'Season funnel' },
  purpose: {
    zh: '从申报到证书逐环节计数，每一步少了谁、为什么，都要对得上。',
    en: 'From applications to certificates: every step counted, every difference named.',
  },
  smallestGroup: 5,
  compute: seasonView,
}
