#![allow(clippy::unwrap_used)]
use mot_cua_contract::Purpose;
use mot_cua_link::draw::Level;
use mot_cua_print::*;
fn l(a:&[&str])->Lines{a.iter().map(|x|x.to_string()).collect()}
fn poster(sheet:Sheet,p:Purpose,letters:Letters,logo:Option<Logo>,long:bool)->Poster{
 let (h,how)=match p{Purpose::Rate=>(l(&["Ông/bà có hài lòng không?","Are you satisfied?"]),l(&["Quét mã, chạm một khuôn mặt.","Scan the code, tap a face."])),
 Purpose::Look=>(l(&["Cần giấy tờ gì?","Which papers do I need?"]),l(&["Quét mã để tra cứu thủ tục: giấy tờ, thời gian, lệ phí.","Scan the code to look up a procedure: papers, time, fees."])),
 Purpose::Say=>(l(&["Ông/bà muốn nói gì với phường?","Something to tell us?"]),l(&["Quét mã, viết vài lời. Không cần ghi tên.","Scan the code and write a few words."]))};
 Poster{sheet,letters,purpose:p,
 office: if long {l(&["Trung tâm Phục vụ hành chính công xã Thượng Phùng Mèo Vạc Nguyễn Trường Tộ","Public administration service centre of Thượng Phùng"])}else{l(&["Phường Hoà Bình","Hoà Bình Ward"])},
 desk: if long {l(&["Quầy 12: Đăng ký kinh doanh hộ cá thể, lao động, thương binh và xã hội, người có công"])} else {l(&["Quầy 1: Hộ tịch, chứng thực","Counter 1: civil status, certified copies"])},
 words:Words{headline:h,how,scan:l(&["Quét bằng Zalo hoặc máy ảnh","Scan with Zalo or your camera"]),or:l(&["Hoặc gõ địa chỉ này:"]),same:l(&["Điện thoại phải hiện đúng địa chỉ này. Nếu khác, xin báo cán bộ."]),call:l(&["Cần giúp? Gọi 0218 385 1234"]),free:l(&["Không hỏi tên. Không cần tài khoản.","No name. No account."])},
 address:"HTTPS://DANHGIA.HOABINH.GOV.VN/Q/04795-1/DR".into(),readable:"danhgia.hoabinh.gov.vn/Q/04795-1/DR".into(),level:Level::Q,logo}.clean()
}
#[test]
fn look(){
 let fonts=Fonts::new().unwrap();
 let logo=std::fs::read("/tmp/posters/logo.png").ok().map(|b|Logo::png(&b).unwrap());
 let mut all=vec![];
 for sheet in [Sheet::A4,Sheet::A5,Sheet::Tent,Sheet::Stickers]{
  for (p,le,lo,long) in [(Purpose::Rate,Letters::Plain,None,false),(Purpose::Look,Letters::Large,None,false),(Purpose::Say,Letters::Plain,logo.clone(),true),(Purpose::Rate,Letters::Large,logo.clone(),true)]{
   all.push(poster(sheet,p,le,lo,long));
 }}
 let b=begin(&Begin{title:l(&["Quét thử trước khi in thêm","Scan this before printing more"]),steps:l(&["1. In riêng trang này, tỉ lệ 100 %.","2. Quét mã bằng điện thoại.","3. Đo vạch bên dưới."]),follows:"Tiếp theo".into(),ruler:l(&["Vạch này dài đúng 100 mm"]),places:l(&["a","b"])},&all[0],&fonts).unwrap();
 let mut pages=vec![b]; pages.extend(pages_of(&all,&fonts));
 for (i,p) in pages.iter().enumerate(){ println!("{i} {:?}",proof(p).is_ok()); println!("{:?}",p.codes().next()); }
 std::fs::write("/tmp/posters/look.pdf",pdf(&pages,&fonts,"x","vi")).unwrap();
 std::fs::write("/tmp/posters/look.svg",svg(&pages[1],&fonts)).unwrap();
 std::fs::write("/tmp/posters/look.png",png(&pages[1],&fonts,150)).unwrap();
}
fn pages_of(a:&[Poster],f:&Fonts)->Vec<Page>{ mot_cua_print::pages(a,f).unwrap() }
