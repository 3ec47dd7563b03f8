import { backToHall } from '../../lib/errands';
import { type Query, destination, withQuery } from '../../lib/launch';
import { read, shared } from '../../lib/shared';
import { type Lang, say } from '../../lib/words';

Component({
  data: {
    /** Where the hall goes on. */
    to: '/',
    failed: false,
    lang: 'zh' as Lang,
    said: say('zh'),
    elder: false,
  },

  methods: {
    onLoad(query: Query) {
      this.setData(read(query));
      this.setData({ to: destination(query) });
      this.scan();
    },

    scan() {
      this.setData({ failed: false });
      wx.scanCode({
        scanType: ['barCode', 'qrCode'],
        success: ({ result }) => {
          shared().errands.leave(withQuery(this.data.to, 'scanned', result));
          backToHall(this.data.to);
        },
        fail: () => this.setData({ failed: true }),
      });
    },

    /** Back to the hall as it was left. */
    back() {
      backToHall(this.data.to);
    },
  },
});
