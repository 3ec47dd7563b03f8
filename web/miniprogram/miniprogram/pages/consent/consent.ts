import { backToHall } from '../../lib/errands';
import { type Query, destination } from '../../lib/launch';
import { read, shared } from '../../lib/shared';
import { sayTrouble } from '../../lib/trouble';
import { nothing, offers } from '../../lib/wire';
import { type Answered, accepted } from '../../lib/consent';
import { type Lang, WORDS, say } from '../../lib/words';

/** WeChat asks for no more at a time. */
const MOST = 3;
/** What WeChat says when somebody has turned all of these messages off. */
const SWITCHED_OFF = 20004;

Component({
  data: {
    /** Where the hall goes on, and the kinds of messages that it asks for. */
    to: '/',
    kinds: '',
    /** The templates that are asked for; empty until they are known. */
    templates: [] as string[],
    trouble: '',
    lang: 'zh' as Lang,
    said: say('zh'),
    elder: false,
  },

  methods: {
    onLoad(query: Query) {
      this.setData(read(query));
      this.setData({ to: destination(query) });
      this.setData({ kinds: decodeURIComponent(query['kinds'] ?? '') });
      void this.fetch();
    },

    /** Fetches what may be asked. WeChat lets nothing be asked without a press, so it waits for one then. */
    async fetch() {
      this.setData({ trouble: '' });
      const answer = await shared().api.ask('GET', `/api/v1/consents?kinds=${encodeURIComponent(this.data.kinds)}`, offers);
      if (!answer.ok) return this.setData({ trouble: sayTrouble(answer.trouble, this.data.lang) });
      const templates = answer.value.slice(0, MOST).map(({ template }) => template);
      return templates.length > 0 ? this.setData({ templates }) : this.done();
    },

    ask() {
      const { templates, lang } = this.data;
      wx.requestSubscribeMessage({
        tmplIds: templates,
        success: (answered) => void this.tell(accepted(templates, answered as Answered)),
        fail: ({ errCode }) => {
          const off = errCode === SWITCHED_OFF;
          this.setData({ trouble: off ? WORDS.switchedOff[lang] : WORDS.wechatMute[lang] });
        },
      });
    },

    /** Tells the hall what was agreed to. Where it cannot be told, an SMS comes: nothing is lost. */
    async tell(told: { accepted: string[]; refused: string[] }) {
      await shared().api.ask('POST', '/api/v1/consents', nothing, told);
      this.done();
    },

    refuse() {
      void this.tell({ accepted: [], refused: this.data.templates });
    },

    done() {
      shared().errands.leave(this.data.to);
      backToHall(this.data.to);
    },
  },
});
