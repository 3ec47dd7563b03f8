import { backToHall } from '../../lib/errands';
import { type Query, destination } from '../../lib/launch';
import { read, shared } from '../../lib/shared';
import { sayTrouble } from '../../lib/trouble';
import type { Way } from '../../lib/way';
import { type Lang, say } from '../../lib/words';

Component({
  data: {
    /** What is asked: the phone, or whether it goes over from another one. */
    asks: '' as '' | 'phone' | 'elsewhere',
    refused: false,
    trouble: '',
    lang: 'zh' as Lang,
    said: say('zh'),
    elder: false,
  },

  methods: {
    /** With `to` the hall has sent somebody who wants to sign in; without it they are on their way into the hall. */
    onLoad(query: Query) {
      this.setData(read(query));
      const { entry } = shared();
      if (query['to'] !== undefined) void entry.begin(destination(query), true);
      entry.follow('sign-in', (way) => this.stands(way));
    },

    onUnload() {
      const { entry } = shared();
      entry.unfollow('sign-in');
      // Whoever goes back without an answer looks around first.
      if (entry.now.state.at !== 'open') void entry.happens({ is: 'lookFirst' });
    },

    stands({ state, to }: Way) {
      switch (state.at) {
        case 'waiting':
          return this.setData({ asks: '', trouble: '' });
        case 'phone':
          return this.setData({ asks: 'phone', refused: state.refused, trouble: '' });
        case 'elsewhere':
          return this.setData({ asks: 'elsewhere', trouble: '' });
        case 'open':
          return backToHall(to);
        case 'stuck':
          return this.setData({ asks: '', trouble: sayTrouble(state.trouble, this.data.lang) });
      }
    },

    /** The phone button was answered. */
    phone({ detail }: { detail: { code?: string } }) {
      const { entry } = shared();
      void entry.happens(detail.code ? { is: 'phoneGiven', code: detail.code } : { is: 'phoneRefused' });
    },

    keep() {
      void shared().entry.happens({ is: 'rebindRefused' });
    },

    bySms() {
      void shared().entry.happens({ is: 'bySms' });
    },

    lookFirst() {
      void shared().entry.happens({ is: 'lookFirst' });
    },

    again() {
      const { entry } = shared();
      void entry.begin(entry.now.to, true);
    },
  },
});
