import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What the site manager reads when a drill or an arming is refused; the places say each thing by itself. */
export const drillRefusals: RefusalCatalogue = {
  'drill-failed': {
    status: 409,
    zh: '演练有{count}项未达要求，不能签发就绪证书。请按所列各项整改后重做这些步骤。',
    en: 'The drill missed {count} of its limits and gives no certificate. Mend what is listed and repeat those steps.',
  },
  'drill-needs-rehearsal': {
    status: 409,
    zh: '演练要用演练数据包进行，并已启封。请先导入演练数据包，由两人启封后再开始。',
    en: 'A drill is done with a rehearsal package whose papers are open. Import it, open it by two persons, then begin.',
  },
  'drill-not-begun': { status: 409, zh: '还没有开始演练。请先开始演练。', en: 'No drill has been begun. Begin one first.' },
  'drill-load-running': {
    status: 409,
    zh: '负载模拟正在进行，请等它结束。',
    en: 'The load simulation is running; wait for its end.',
  },
  'drill-step-unknown': { status: 404, zh: '演练中没有这一步。请刷新页面。', en: 'The drill has no such step. Reload the page.' },
  'drill-step-needed': {
    status: 409,
    zh: '“{step}”不能跳过。请完成这一步。',
    en: 'The step “{step}” cannot be left out. Do it.',
  },
  'drill-step-not-begun': {
    status: 409,
    zh: '这一步还没有开始计时。请先点“开始”，再按步骤操作。',
    en: 'This step has not been begun. Begin it first, then do what it says.',
  },
  'drill-values-missing': {
    status: 422,
    zh: '还缺少测得的数值：{measures}。请测量后填写。',
    en: 'Figures are missing: {measures}. Take them and fill them in.',
  },
  'drill-values-foreign': {
    status: 422,
    zh: '这些数值由服务器测量，不能手工填写：{measures}。请删去后重试。',
    en: 'These figures are taken by the server and are not entered by hand: {measures}. Leave them out.',
  },
  'drill-key-wrong': {
    status: 422,
    zh: '报读的演练密钥不对，没有通过核对。请逐组核对后重新录入。',
    en: 'The rehearsal key is not the right one. Compare it group by group and enter it again.',
  },
  'drill-result-missing': {
    status: 409,
    zh: '演练场次还没有写出结果包，或文件与登记的摘要不符。请先结束演练场次并生成结果包。',
    en: 'No result package of the rehearsal is here, or its file differs from its digest. Close the rehearsal and build it first.',
  },
  'drill-peer-not-seen': {
    status: 409,
    zh: '服务器还没有观察到对端断开后又恢复并对齐。请断开对端服务器，恢复后等待“双机一致”再确认。',
    en: 'This server has not yet seen its peer go, come back and hold everything again. Switch the peer off and on and wait until both are in step.',
  },
}
