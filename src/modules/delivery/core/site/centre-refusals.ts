import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What the centre answers to sites, and to those who let them in. */
export const centreRefusals: RefusalCatalogue = {
  'enrolment-malformed': {
    status: 422,
    zh: '考点登记码残缺或有改动，未被登记。请在考点服务器上重新导出登记码，整段发送。',
    en: 'The enrolment of the site is incomplete or altered and was not kept. Export it again on the site server and send all of it.',
  },
  'enrolment-unknown': {
    status: 404,
    zh: '没有找到这个考点的登记，未作确认。请先由考点发送登记码。',
    en: 'There is no such enrolment; nothing was confirmed. The site has to send its enrolment first.',
  },
  'fingerprint-differs': {
    status: 409,
    zh: '电话里报来的指纹与收到的不同，未作确认。请重新核对；仍不一致的，登记码可能被调换，请不要确认并立即查明。',
    en: 'The fingerprint read out is not the one that arrived; nothing was confirmed. Compare once more; if they still differ, the enrolment may have been swapped: do not confirm it, and find out at once.',
  },
  'site-signature-wrong': {
    status: 403,
    zh: '签名与考点{site}登记的密钥不符，本次请求未被受理。换过服务器的，请重新登记；没有换过的，请立即报告中心。',
    en: 'The signature does not fit the enrolled key of site {site}; the request was not taken. Enrol again if the server was replaced; otherwise tell the centre at once.',
  },
  'site-clock-off': {
    status: 409,
    zh: '考点服务器的时钟与中心相差{minutes}分钟，超过{most}分钟，本次请求未被受理。请校准时钟后再试。',
    en: 'The clock of the site server is {minutes} minutes away from the centre’s, more than {most}; the request was not taken. Set the clock and try again.',
  },
  'site-report-malformed': {
    status: 422,
    zh: '考点状态报告的格式不对，未被采用。请用与中心相同版本的程序重新发送。',
    en: 'The report of the site is not in the right form and was not taken. Send it again with the release that the centre runs.',
  },
  'site-report-repeated': {
    status: 409,
    zh: '这份考点状态报告的序号为{number}，中心已收到{last}号，未重复采用。请重新生成报告。',
    en: 'This report has the number {number} and the centre has heard {last} already; it was not taken again. Make a new report.',
  },
  'sitting-played-here': {
    status: 409,
    zh: '该场次已在中心施测，有{count}名考生的作答，考点的结果包未被接收。请核对场次；确有两份结果的，请保全后由两人复核。',
    en: 'This sitting was played at the centre with {count} attempts, and the result of the site was not taken. Check the sitting; if there really are two results, keep both and have two persons compare them.',
  },
}
