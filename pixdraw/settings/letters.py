"""Letters of old command lines, after one dash: clipit's and pixray's first, then VQGAN-CLIP's own."""

_PAIRS = """
p=prompts sp=spot_prompts spo=spot_prompts_off spf=spot_file l=labels vp=vector_prompts ip=image_prompts
ipw=image_prompt_weight ips=image_prompt_shuffle il=image_labels ilw=image_label_weight ti=target_images
tiw=target_image_weight i=iterations bats=batches cuts=num_cuts cutp=cut_pow qua=quality asp=aspect ezs=ezsize
sca=scale s=size m=clip_models lr=learning_rate opt=optimiser lrd=learning_rate_drops as=auto_stop sd=seed
ii=init_image iia=init_image_alpha in=init_noise iw=init_weight iwd=init_weight_dist iwc=init_weight_cos
iwp=init_weight_pix ovi=overlay_image ove=overlay_every ovo=overlay_offset ovu=overlay_until ova=overlay_alpha
anim=animation_dir ana=animation_alpha nps=noise_prompt_seeds npw=noise_prompt_weights se=save_every de=display_every
dc=display_clear si=save_intermediates vid=make_video o=output d=deterministic cud=cuda_device tp=target_palette
pd=use_pixeldraw cd=use_clipdraw mo=do_mono epw=enforce_palette_annealing esw=enforce_smoothness
ecw=enforce_saturation cm=color_mapper twp=target_weight_pix conf=vqgan_config ckpt=vqgan_checkpoint cutm=cut_method
zse=zoom_frequency zsc=zoom_scale zs=zoom_start zvid=zoom_video zsx=zoom_shift_x zsy=zoom_shift_y aug=augments
cpe=change_prompt_every vl=video_length ofps=output_video_fps ifps=input_video_fps vsd=video_style_dir
"""

LETTERS: dict[str, str] = {letters: name for letters, _, name in (pair.partition("=") for pair in _PAIRS.split())}
"""Letters → a setting, some by its old name."""
