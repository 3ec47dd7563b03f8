import { backToHall } from '../../lib/errands';
import type { Query } from '../../lib/launch';
import { read, shared } from '../../lib/shared';
import { sayTrouble } from '../../lib/trouble';
import { payment } from '../../lib/wire';
import { type Lang, WORDS, say } from '../../lib/words';

Component({
  data: {
    order: '',
    busy: true,
    trouble: '',
    lang: 'zh' as Lang,
    said: say('zh'),
    elder: false,
  },

  methods: {
    onLoad(query: Query) {
      this.setData(read(query));
      this.setData({ order: decodeURIComponent(query['order'] ?? '') });
      void this.pay();
    },

    /** Has the order signed, and asks WeChat for the money. Whatever WeChat says, the order tells whether it is paid. */
    async pay() {
      const { lang } = this.data;
      this.setData({ busy: true, trouble: '' });
      const path = `/api/v1/pay/orders/${encodeURIComponent(this.data.order)}/wechat`;
      const answer = await shared().api.ask('POST', path, payment, { app: 'mini' });
      if (!answer.ok) return this.setData({ busy: false, trouble: sayTrouble(answer.trouble, lang) });
      wx.requestPayment({
        ...answer.value,
        success: () => this.done(),
        fail: ({ errMsg }) => {
          const cancelled = errMsg.endsWith('cancel');
          this.setData({ busy: false, trouble: cancelled ? WORDS.payCancelled[lang] : WORDS.payFailed[lang] });
        },
      });
    },

    done() {
      const path = `/pay/${encodeURIComponent(this.data.order)}`;
      shared().errands.leave(path);
      backToHall(path);
    },
  },
});
