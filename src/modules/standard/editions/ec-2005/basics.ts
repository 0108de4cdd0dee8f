import type { Basics } from '../../core/edition.ts'
import { internetDeck, textbookChapterNine, weightDeck } from './sources.ts'

/** 电子商务师国家职业标准(2005年版): 基本要求. */
export const basics: Basics = {
  ethics: [
    { item: '忠于职守、坚持原则', provenance: textbookChapterNine },
    { item: '勤勉耐劳', provenance: textbookChapterNine },
    { item: '谦虚谨慎、公道办事', provenance: textbookChapterNine },
    { item: '守法廉洁', provenance: textbookChapterNine },
    { item: '守信保密', provenance: textbookChapterNine },
    { item: '求实认真', provenance: textbookChapterNine },
    { item: '学习创新', provenance: textbookChapterNine },
    { item: '钻研敬业', provenance: textbookChapterNine },
  ],
  knowledgeAreas: [
    {
      area: '电子商务基础知识',
      items: ['概念(定义、特点、影响、分类)', '体系', '交易过程', 'EDI基础', '法律法规', '电子商务英语'],
      provenance: weightDeck,
    },
    {
      area: '计算机与互联网基础知识',
      items: ['硬件与软件', '网络发展与组成', '网络操作系统', '协议', '传输媒体'],
      provenance: internetDeck,
    },
    {
      area: '电子商务法律问题',
      items: ['主体与市场准入', '电子合同', '电子支付', '不正当竞争与无形财产', '消费者与隐私', '税收', '管辖'],
      provenance: textbookChapterNine,
    },
  ],
}
