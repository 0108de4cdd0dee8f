import { type Instant, clockOf, dayOf } from '../../../../kernel/instant.ts'
import type { ReadinessCertificate } from './certificate.ts'
import { DRILL_SCRIPT } from './script.ts'

const moment = (at: Instant): string => `${dayOf(at)} ${clockOf(at)}`
/** In groups of eight, as people compare them. */
const groups = (text: string): string => text.replace(/(.{8})(?=.)/g, '$1 ')

/** The certificate as it is printed and put up at the site: what was tried, with its figures, and how its signature begins. */
export function certificateLines(certificate: ReadinessCertificate, signature: string): string[] {
  const { siteName, siteCode, performedAt, validUntil, siteManager, siteEngineer, releaseDigest, values, skipped } = certificate
  return [
    '考点就绪证书',
    `考点：${siteName}（${siteCode}）`,
    `演练时间：${moment(performedAt)}　有效期至：${moment(validUntil)}`,
    ...DRILL_SCRIPT.map(({ stepId, name, measures }) => {
      if (skipped.includes(stepId)) return `${name.zh}：本考点不适用`
      const taken = measures.flatMap(measure => {
        const found = values.filter(one => one.stepId === stepId && one.measureId === measure.measureId).map(one => one.value)
        if (found.length === 0) return []
        const worst = measure.kind === 'at-most' ? Math.max(...found) : Math.min(...found)
        const bound = measure.kind === 'at-most' ? '不超过' : '不少于'
        return [`${measure.name.zh}${worst}${measure.unit.zh}（${bound}${measure.limit}${measure.unit.zh}）`]
      })
      return `${name.zh}：${taken.join('，')}`
    }),
    `考点负责人：${siteManager}　考点系统管理员：${siteEngineer}`,
    `软件摘要：${groups(releaseDigest.slice(0, 32))}`,
    `签名：${groups(signature.slice(0, 32))}`,
  ]
}
