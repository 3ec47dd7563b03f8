import { HOTLINE } from '../../config';
import { type Query, destination, pathOf } from '../../lib/launch';
import { read, shared } from '../../lib/shared';
import { sayTrouble } from '../../lib/trouble';
import type { Way } from '../../lib/way';
import { type Lang, say } from '../../lib/words';

/** The hall's sign-in says so in its address when a ticket was too old, used, or of another device. */
const UNUSABLE = /\/sign-in\?(.*&)?why=ticket(&|$)/;

Component({
  data: {
    /** The hall's address; empty until it is known. */
    src: '',
    /** Whether no other page lies over it. */
    seen: true,
    trouble: '',
    lang: 'zh' as Lang,
    said: say('zh'),
    elder: false,
  },

  methods: {
    onLoad(query: Query) {
      this.setData(read(query));
      const { entry } = shared();
      void entry.begin(destination(query));
      entry.follow('hall', (way) => this.stands(way));
    },

    /** A page that lay over the hall may have left something for it to show. */
    onShow() {
      const { api, errands } = shared();
      const next = errands.take();
      this.setData({ seen: true, ...(next !== undefined && { src: api.hall + next }) });
    },

    onHide() {
      this.setData({ seen: false });
    },

    onUnload() {
      shared().entry.unfollow('hall');
    },

    stands({ state }: Way) {
      switch (state.at) {
        case 'waiting':
          return this.setData({ trouble: '' });
        case 'phone':
        case 'elsewhere':
          // Where it is hidden, the page that asks lies over it already.
          return this.data.seen && void wx.navigateTo({ url: '/pages/sign-in/sign-in' });
        case 'open':
          return this.setData({ src: shared().api.hall + state.path, trouble: '' });
        case 'stuck':
          return this.setData({ src: '', trouble: sayTrouble(state.trouble, this.data.lang) });
      }
    },

    /** The web-view shows a page. */
    loaded({ detail }: { detail: { src: string } }) {
      if (UNUSABLE.test(detail.src)) void shared().entry.happens({ is: 'ticketUnusable' });
    },

    /** The web-view shows nothing. */
    failed() {
      this.setData({ src: '', trouble: sayTrouble({ kind: 'offline' }, this.data.lang) });
    },

    again() {
      const { entry } = shared();
      void entry.begin(entry.now.to);
    },

    call() {
      void wx.makePhoneCall({ phoneNumber: HOTLINE });
    },

    onShareAppMessage({ webViewUrl }: { webViewUrl?: string }) {
      const path = pathOf(webViewUrl ?? '', shared().api.hall);
      return { path: `/pages/hall/hall?to=${encodeURIComponent(path)}` };
    },
  },
});
