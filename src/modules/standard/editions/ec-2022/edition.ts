import type { Edition } from '../../core/edition.ts'
import { levels } from './levels.ts'
import { functionsOnlineMerchant } from './functions-online-merchant.ts'
import { functionsCrossBorder } from './functions-cross-border.ts'
import { functionsAllTypes } from './functions-all-types.ts'
import { weights } from './weights.ts'
import { exam } from './exam.ts'
import { guangdongNotice2025, levelGuide2022, standardExcerpt2022, standardReport2022 } from './sources.ts'

/** 电子商务师国家职业技能标准(2022年版) */
export const edition: Edition<'ec-2022'> = {
  id: 'ec-2022',
  title: { value: '电子商务师国家职业技能标准(2022年版)', provenance: standardExcerpt2022 },
  source: {
    value:
      'https://tk.shangxueba.com/zn/GFAzBqk3.html; https://chinwin.com/news/detail_2511.html; https://www.xinpintoutiao.com/post/123644.html; http://www.daxuedu.com/2025/06/15/%e3%80%90%e6%9c%80%e6%96%b0%e8%80%83%e6%9c%9f%e3%80%91%e5%b9%bf%e4%b8%9c-%e7%94%b5%e5%ad%90%e5%95%86%e5%8a%a1%e5%b8%88-%e7%bd%91%e5%95%86-%e8%81%8c%e4%b8%9a%e6%8a%80%e8%83%bd%e7%ad%89%e7%ba%a7',
    provenance: standardExcerpt2022,
  },
  year: { value: 2022, provenance: standardExcerpt2022 },
  status: { value: 'inForce', provenance: 'reconstructed' },
  occupation: {
    code: { value: '4-01-06-01', provenance: guangdongNotice2025 },
    definition: { value: '在互联网及现代信息技术平台上从事商务活动的人员', provenance: standardReport2022 },
    baseEducation: { value: '初中毕业', provenance: guangdongNotice2025 },
    workTypes: {
      value: [
        { name: '网商', levels: ['L5', 'L4', 'L3', 'L2'] },
        { name: '跨境电子商务师', levels: ['L5', 'L4', 'L3', 'L2'] },
      ],
      provenance: levelGuide2022,
    },
    note: { value: '一级不分工种', provenance: levelGuide2022 },
  },
  levels,
  levelsNote: {
    value:
      'minutes are minima (不少于); hours carried over from the draft; L3-3, L2-1, L1-1 are taken from pages on sibling occupations that use the same common wording',
    provenance: 'reconstructed',
  },
  basics: {
    ethics: [
      { item: '职业道德基本知识', provenance: 'reconstructed' },
      { item: '职业守则', provenance: 'reconstructed' },
    ],
    knowledgeAreas: [
      { area: '电子商务基础', items: ['模式', '平台', '规则'], provenance: 'reconstructed' },
      { area: '网络营销', items: ['内容', '推广', '直播'], provenance: 'reconstructed' },
      { area: '供应链与物流', items: ['采购', '仓配', '跨境物流'], provenance: 'reconstructed' },
      { area: '支付与结算', items: ['第三方支付', '结汇'], provenance: 'reconstructed' },
      { area: '信息安全', items: ['账户', '数据与隐私'], provenance: 'reconstructed' },
      { area: '法律法规', items: ['电子商务法', '消费者权益', '个人信息与数据', '广告与知识产权'], provenance: 'reconstructed' },
    ],
  },
  functions: [...functionsOnlineMerchant, ...functionsCrossBorder, ...functionsAllTypes],
  weights,
  weightsKey: { value: '<level>:<workType>; L1 has no work type', provenance: 'reconstructed' },
  weightsNote: { value: 'no weight table of this edition was found; all figures are a reconstruction', provenance: 'reconstructed' },
  exam,
  cumulative: { value: true, provenance: 'reconstructed' },
}
